package vn.caunoi.api.observer;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.HistoryItem;

/**
 * Cases as observers read them: what kind, where it stands, who of the house holds it, its deadlines and its history;
 * never who wrote, what about, or any text. What is shown is listed here; nothing else of a case passes through.
 */
@Component
public class ObserverDesk {

    private final CaseFiles files;
    private final ReadingLog readings;
    private final CategoriesInForce categories;
    private final Clock clock;

    ObserverDesk(CaseFiles files, ReadingLog readings, CategoriesInForce categories, Clock clock) {
        this.files = files;
        this.readings = readings;
        this.categories = categories;
        this.clock = clock;
    }

    /**
     * A case in a list.
     *
     * @param category null where what was typed means none
     */
    public record Row(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            Stage stage,
            Status status,
            UnitId unit,
            @Nullable String category,
            Instant receivedAt,
            @Nullable Instant closedAt,
            @Nullable Instant due,
            boolean overdue) {}

    /** An open step. */
    public record Step(String form, UnitId unit, @Nullable Instant due) {}

    /**
     * A case.
     *
     * @param assignee who of the house is responsible
     * @param category null where what was typed means none
     */
    public record Seen(
            PetitionId id,
            String code,
            @Nullable Kind kind,
            Stage stage,
            Status status,
            UnitId unit,
            @Nullable OfficerId assignee,
            Channel channel,
            @Nullable String category,
            Instant receivedAt,
            List<Deadline> deadlines,
            List<Step> steps,
            List<HistoryItem> history) {}

    /** Names and words are not looked for: that a case is found by them would tell what is in it. */
    public Page<Row> list(CaseFiles.Filter wanted, Actor by, CaseFiles.Sort sort, @Nullable String cursor, int limit) {
        return files.search(nameless(wanted), Visibility.observing(by), sort, cursor, limit)
                .map(this::row);
    }

    public long countUpTo(CaseFiles.Filter wanted, Actor by, int most) {
        return files.countUpTo(nameless(wanted), Visibility.observing(by), most);
    }

    private static CaseFiles.Filter nameless(CaseFiles.Filter f) {
        return new CaseFiles.Filter(
                f.stage(),
                f.kind(),
                f.status(),
                f.unit(),
                null,
                null,
                f.channel(),
                null,
                f.waiting(),
                f.overdue(),
                f.escalated(),
                f.from(),
                f.to(),
                null);
    }

    /** The case with this id or code as it was recorded by a moment; null: as it stands. The look is written down. */
    public Seen look(String idOrCode, @Nullable Instant asOf, Actor by) {
        Visibility sight = Visibility.observing(by);
        CaseFile now = find(idOrCode, sight).orElseThrow(NotFound::new);
        CaseFile file = asOf == null ? now : files.asOf(now.id(), asOf, sight).orElseThrow(NotFound::new);
        List<HistoryItem> history = files.historyWithoutNames(now.id(), sight).orElseThrow(NotFound::new).stream()
                .filter(item -> asOf == null || !item.at().isAfter(asOf))
                .toList();
        readings.note(now.id(), by, Reading.What.PAGE, asOf);
        return new Seen(
                file.id(),
                file.code(),
                file.kind(),
                file.stage(),
                file.status(),
                file.unit(),
                file.assignee(),
                file.channel(),
                known(file.category(), file.kind()),
                file.receivedAt(),
                file.deadlines(),
                file.tasks().stream()
                        .map(task -> new Step(task.form(), task.unit(), task.due()))
                        .toList(),
                history);
    }

    private Optional<CaseFile> find(String idOrCode, Visibility sight) {
        if (idOrCode.isBlank() || idOrCode.indexOf('\0') >= 0) return Optional.empty();
        return PetitionCode.isValid(idOrCode)
                ? files.byCode(idOrCode, sight)
                : files.byId(new PetitionId(idOrCode), sight);
    }

    private Row row(CaseFiles.Entry one) {
        return new Row(
                one.id(),
                one.code(),
                one.kind(),
                one.stage(),
                one.status(),
                one.unit(),
                known(one.category(), one.kind()),
                one.receivedAt(),
                one.closedAt(),
                one.due(),
                one.due() != null && one.status() != Status.CLOSED && one.due().isBefore(clock.instant()));
    }

    /** What was typed by hand may name somebody. */
    private @Nullable String known(@Nullable String category, @Nullable Kind kind) {
        if (category == null || kind == Kind.DENUNCIATION) return null;
        return categories.tree().meant(category).orElse(null);
    }
}
