package vn.caunoi.projections.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PinRenewed;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes the case files. */
final class CaseFilling implements ReadModel.Filling {
    private static final Target ACCUSED = Target.of("accused", "officer petition", "officer petition", "");

    private static final int REMEMBERED = 2_000;

    private final Tables tables;
    private final CaseRecord record;
    private final RecentFiles recent;
    private final Pending<PetitionId, CaseFile> files;
    private final Map<PetitionId, List<Happened<PetitionEvent>>> taken = new LinkedHashMap<>();
    private final Map<PetitionId, CaseFile> before = new HashMap<>();

    CaseFilling(Tables tables, CaseRecord record, RecentFiles recent) {
        this.tables = tables;
        this.record = record;
        this.recent = recent;
        this.files = new Pending<>(this::load, this::save, Math.min(REMEMBERED, tables.remembered()));
    }

    @Override
    public void expect(PetitionEvent event) {
        files.expect(event.petition());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived) files.expectNew(event.petition());
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        taken.computeIfAbsent(event.petition(), first -> new ArrayList<>())
                .add(new Happened<>(event, recorded.at(), recorded.by(), recorded.sequence()));
    }

    @Override
    public void flush() {
        taken.keySet().forEach(files::expect);
        taken.forEach(this::fold);
        files.flush();
        taken.clear();
        before.clear();
    }

    private void fold(PetitionId id, List<Happened<PetitionEvent>> all) {
        CaseFile file = files.get(id);
        long version = file == null ? -1 : file.version();
        List<Happened<PetitionEvent>> events =
                all.stream().filter(event -> event.sequence() > version).toList();
        if (events.isEmpty()) return;
        if (file != null) before.put(id, file);
        files.put(id, after(file, events));
    }

    /** What was told in clear of somebody whose data was erased is told anew from the record. */
    private CaseFile after(@Nullable CaseFile file, List<Happened<PetitionEvent>> events) {
        if (events.stream().anyMatch(event -> event.event() instanceof PersonalDataErased)) {
            PetitionId id = events.getLast().event().petition();
            return record.fileAt(id, events.getLast().sequence());
        }
        if (file != null) return file.apply(events);
        return CaseFile.begin(events.getFirst()).apply(events.subList(1, events.size()));
    }

    private Map<PetitionId, CaseFile> load(Collection<PetitionId> ids) {
        record Row(PetitionId id, long version) {}
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return recent.at(tables
                .all(
                        "select id, version from views.case_file where id = any(?)",
                        (row, n) -> new Row(new PetitionId(row.getString("id")), row.getLong("version")),
                        keys)
                .stream()
                .collect(Collectors.toMap(Row::id, Row::version)));
    }

    private void save(Collection<CaseFile> begun, Collection<CaseFile> changed) {
        tables.begin(FileRow.TARGET, begun, this::values);
        tables.change(FileRow.TARGET, changed, this::values);
        tables.change(
                FileRow.PIN,
                changed.stream().filter(file -> renewed(file.id()) != null).toList(),
                file -> new @Nullable Object[] {file.id().value(), renewed(file.id())});
        saveAccused(begun, differing(changed, CaseFile::accused));
        new Shares(tables, before).save(begun, differing(changed, Share::of));
        begun.forEach(recent::keep);
        changed.forEach(recent::keep);
    }

    private @Nullable Object[] values(CaseFile file) {
        return FileRow.values(file.shown(), pinHash(file.id()));
    }

    /** The hash of the PIN that was given last of all that was taken; null when none was given anew. */
    private @Nullable String renewed(PetitionId id) {
        String last = null;
        for (Happened<PetitionEvent> happened : taken.getOrDefault(id, List.of()))
            if (happened.event() instanceof PinRenewed given) last = given.pinHash();
        return last;
    }

    /** Told by the first event; one that was given anew since takes its place. */
    private @Nullable String pinHash(PetitionId id) {
        String given = renewed(id);
        if (given != null) return given;
        List<Happened<PetitionEvent>> events = taken.getOrDefault(id, List.of());
        return !events.isEmpty() && events.getFirst().event() instanceof PetitionReceived received
                ? received.pinHash()
                : null;
    }

    private List<CaseFile> differing(Collection<CaseFile> changed, Function<CaseFile, ?> part) {
        return changed.stream()
                .filter(file -> !part.apply(before(file)).equals(part.apply(file)))
                .toList();
    }

    private CaseFile before(CaseFile changed) {
        return Objects.requireNonNull(before.get(changed.id()));
    }

    private void saveAccused(Collection<CaseFile> begun, List<CaseFile> changed) {
        if (!changed.isEmpty())
            tables.update("delete from views.accused where petition = any(?)", (Object)
                    changed.stream().map(file -> file.id().value()).toArray(String[]::new));
        tables.save(
                ACCUSED,
                Stream.concat(begun.stream(), changed.stream())
                        .flatMap(file -> file.accused().stream().map(officer -> new @Nullable Object[] {
                            officer.value(), file.id().value()
                        }))
                        .toList(),
                row -> row);
    }
}
