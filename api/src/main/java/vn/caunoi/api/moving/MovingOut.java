package vn.caunoi.api.moving;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;

/**
 * Gives petitions out in the columns by which they can be taken in elsewhere. Who is not there for the reader is not in it;
 * each case that is, is written down as looked at before its line is.
 */
@Component
public class MovingOut {

    private static final int AT_ONCE = 200;

    private final CaseFiles files;
    private final Directory directory;
    private final ReadingLog readings;

    MovingOut(CaseFiles files, Directory directory, ReadingLog readings) {
        this.files = files;
        this.directory = directory;
        this.readings = readings;
    }

    /**
     * @param from first day of receipt; {@code to} the last
     * @param unit with those below it; null: all that the reader sees
     */
    public record Wish(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UnitId unit) {}

    /**
     * How denunciations go out whose denouncer the reader may see: in envelopes.
     *
     * @param reader each look of whom is written down as one at who denounced
     */
    public record Secrets(Envelopes envelopes, Actor reader) {}

    /** @return how many petitions were written */
    public long write(Wish wish, Visibility sight, OfficerId by, SheetOut to, LongConsumer progress)
            throws IOException {
        return write(wish, sight, by, null, to, progress);
    }

    /** @param secrets null leaves out what denunciations say */
    public long write(
            Wish wish, Visibility sight, OfficerId by, @Nullable Secrets secrets, SheetOut to, LongConsumer progress)
            throws IOException {
        to.line(CaseLine.header());
        long written = 0;
        Going going = new Going(sight, by, secrets, to, progress);
        for (UnitId unit : units(wish, sight)) written += going.of(filter(wish, unit), written);
        return written;
    }

    private List<@Nullable UnitId> units(Wish wish, Visibility sight) {
        List<@Nullable UnitId> units = new ArrayList<>();
        if (wish.unit() == null) units.add(null);
        else
            directory.covered(wish.unit()).stream()
                    .filter(sight::sees)
                    .sorted(Comparator.comparing(UnitId::value))
                    .forEach(units::add);
        return units;
    }

    private static CaseFiles.Filter filter(Wish wish, @Nullable UnitId unit) {
        return new CaseFiles.Filter(
                null, null, null, unit, null, null, null, null, null, null, null, wish.from(), wish.to(), null);
    }

    /** One file on its way. */
    private final class Going {
        private final Visibility sight;
        private final OfficerId by;
        private final @Nullable Secrets secrets;
        private final SheetOut to;
        private final LongConsumer progress;

        Going(Visibility sight, OfficerId by, @Nullable Secrets secrets, SheetOut to, LongConsumer progress) {
            this.sight = sight;
            this.by = by;
            this.secrets = secrets;
            this.to = to;
            this.progress = progress;
        }

        long of(CaseFiles.Filter filter, long before) throws IOException {
            long written = 0;
            String cursor = null;
            do {
                Page<CaseFiles.Entry> page = files.search(filter, sight, CaseFiles.Sort.OLDEST, cursor, AT_ONCE);
                List<PetitionId> ids =
                        page.items().stream().map(CaseFiles.Entry::id).toList();
                readings.noteFirst(ids, by, Reading.What.EXPORT);
                for (PetitionId id : ids) {
                    var file = files.byId(id, sight);
                    if (file.isEmpty()) continue;
                    to.line(line(file.get()));
                    written++;
                }
                progress.accept(before + written);
                cursor = page.next();
            } while (cursor != null);
            return written;
        }

        private List<String> line(CaseFile file) {
            boolean secret = file.kind() == Kind.DENUNCIATION;
            if (!secret || secrets == null || !file.isHandledBy(secrets.reader())) return CaseLine.of(file);
            readings.noteFirst(file.id(), secrets.reader(), Reading.What.IDENTITY);
            return files.denouncers(file.id(), Visibility.of(secrets.reader()))
                    .map(people -> CaseLine.of(file, people, secrets.envelopes()))
                    .orElseGet(() -> CaseLine.of(file));
        }
    }
}
