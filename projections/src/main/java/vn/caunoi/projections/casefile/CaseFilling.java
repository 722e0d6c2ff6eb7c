package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.Part.OpenTask;

/** Writes the case files. */
final class CaseFilling implements ReadModel.Filling {
    private static final Target FILE = Target.of(
            "case_file",
            "id",
            "id code code_key pin_hash channel category place subject kind unit assignee received::timestamptz"
                    + " closed::timestamptz next_due::timestamptz version::bigint escalated::boolean stage status waiting",
            "category place subject kind unit assignee received closed next_due version escalated stage status waiting");
    private static final Target WORDS = Target.of("case_words", "petition", "petition words", "words");
    private static final Target PART = Target.of(
            "case_part",
            "petition officer",
            "officer petition section unit received::timestamptz",
            "section unit received");

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
        tables.begin(FILE, begun, this::values);
        tables.change(FILE, changed, this::values);
        tables.begin(WORDS, begun, CaseFilling::words);
        tables.change(WORDS, differing(changed, Words::of), CaseFilling::words);
        saveAccused(begun, differing(changed, CaseFile::accused));
        saveShares(begun, differing(changed, Share::of));
        begun.forEach(recent::keep);
        changed.forEach(recent::keep);
    }

    private @Nullable Object[] values(CaseFile file) {
        return values(file.shown(), pinHash(file.id()));
    }

    private static @Nullable Object[] words(CaseFile file) {
        return new @Nullable Object[] {file.id().value(), Words.of(file)};
    }

    /** Told once, by the first event; what is replaced later leaves it as it is. */
    private @Nullable String pinHash(PetitionId id) {
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

    private void saveShares(Collection<CaseFile> begun, List<CaseFile> changed) {
        List<Share> gone = changed.stream().flatMap(this::gone).toList();
        if (!gone.isEmpty())
            tables.update(
                    "delete from views.case_part where (petition, officer) in (select * from unnest(?::text[], ?::text[]))",
                    gone.stream().map(share -> share.petition().value()).toArray(String[]::new),
                    gone.stream().map(share -> share.officer().value()).toArray(String[]::new));
        Stream<Share> first = begun.stream().map(Share::of).flatMap(List::stream);
        tables.begin(
                PART,
                Stream.concat(first, changed.stream().flatMap(file -> changed(file, false)))
                        .toList(),
                Share::values);
        tables.change(
                PART, changed.stream().flatMap(file -> changed(file, true)).toList(), Share::values);
    }

    private Stream<Share> gone(CaseFile file) {
        Set<OfficerId> still = officers(file);
        return Share.of(before(file)).stream().filter(share -> !still.contains(share.officer()));
    }

    /** @param known of officers who had a part already, or of the others */
    private Stream<Share> changed(CaseFile file, boolean known) {
        List<Share> was = Share.of(before(file));
        Set<OfficerId> officers = officers(before(file));
        return Share.of(file).stream()
                .filter(share -> officers.contains(share.officer()) == known && !was.contains(share));
    }

    private static Set<OfficerId> officers(CaseFile file) {
        return Share.of(file).stream().map(Share::officer).collect(Collectors.toSet());
    }

    private static @Nullable Object[] values(CaseFile file, @Nullable String pinHash) {
        boolean closed = file.status() == Status.CLOSED;
        Instant due = file.nextDue();
        return new @Nullable Object[] {
            file.id().value(),
            file.code(),
            Words.codeKey(file.code()),
            pinHash,
            file.channel().name(),
            file.category(),
            file.place(),
            file.subject(),
            file.kind() == null ? null : file.kind().name(),
            file.unit().value(),
            file.assignee() == null ? null : file.assignee().value(),
            time(file.receivedAt()),
            closed && file.closing() != null ? time(file.closing().on()) : null,
            time(due == null ? Instant.MAX : due),
            file.version(),
            !file.escalations().isEmpty(),
            file.stage().name(),
            file.status().name(),
            waiting(file)
        };
    }

    /** The word for what the case waits for; see {@link CaseFiles.Filter}. */
    private static @Nullable String waiting(CaseFile file) {
        return switch (file.status()) {
            case CLOSED -> null;
            case SUSPENDED -> "suspended";
            case OPEN ->
                file.tasks().stream().findFirst().map(CaseFilling::waiting).orElse(null);
        };
    }

    private static String waiting(OpenTask task) {
        return task.form().equals("await-supplement") ? "citizen" : task.group().group();
    }
}
