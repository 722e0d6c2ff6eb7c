package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "id code code_key pin_hash kind stage status unit assignee category channel place received closed next_due"
                    + " escalated waiting subject tasks::jsonb version",
            "kind stage status unit assignee category place received closed next_due escalated waiting subject tasks"
                    + " version");
    private static final Target WORDS = Target.of("case_words", "petition", "petition words", "words");
    private static final Target PART =
            Target.of("case_part", "petition officer", "officer petition section unit due", "section unit due");

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

    private void save(Collection<CaseFile> changed) {
        tables.save(FILE, changed, file -> values(file.shown(), pinHash(file.id())));
        saveAccused(changed.stream()
                .filter(file -> differs(file, CaseFile::accused))
                .toList());
        saveWords(changed.stream().filter(file -> differs(file, Words::of)).toList());
        saveShares(changed.stream().filter(file -> differs(file, Share::of)).toList());
        changed.forEach(recent::keep);
    }

    /** Told once, by the first event; what is replaced later leaves it as it is. */
    private @Nullable String pinHash(PetitionId id) {
        List<Happened<PetitionEvent>> events = taken.getOrDefault(id, List.of());
        return !events.isEmpty() && events.getFirst().event() instanceof PetitionReceived received
                ? received.pinHash()
                : null;
    }

    private boolean differs(CaseFile file, Function<CaseFile, ?> part) {
        CaseFile old = before.get(file.id());
        return old == null || !part.apply(old).equals(part.apply(file));
    }

    private void saveAccused(List<CaseFile> changed) {
        tables.write(
                "delete from views.accused where petition = ?",
                changed.stream().filter(file -> before.containsKey(file.id())).toList(),
                file -> new @Nullable Object[] {file.id().value()});
        tables.save(
                ACCUSED,
                changed.stream()
                        .flatMap(file -> file.accused().stream().map(officer -> new @Nullable Object[] {
                            officer.value(), file.id().value()
                        }))
                        .toList(),
                row -> row);
    }

    private void saveWords(List<CaseFile> changed) {
        tables.save(WORDS, changed, file -> new @Nullable Object[] {file.id().value(), Words.of(file)});
    }

    private void saveShares(List<CaseFile> changed) {
        tables.write(
                "delete from views.case_part where petition = ? and officer = ?",
                changed.stream().flatMap(this::gone).toList(),
                share -> new @Nullable Object[] {
                    share.petition().value(), share.officer().value()
                });
        tables.save(PART, changed.stream().flatMap(this::changed).toList(), Share::values);
    }

    private Stream<Share> gone(CaseFile file) {
        CaseFile old = before.get(file.id());
        if (old == null) return Stream.empty();
        Set<OfficerId> still = Share.of(file).stream().map(Share::officer).collect(Collectors.toSet());
        return Share.of(old).stream().filter(share -> !still.contains(share.officer()));
    }

    private Stream<Share> changed(CaseFile file) {
        CaseFile old = before.get(file.id());
        List<Share> was = old == null ? List.of() : Share.of(old);
        return Share.of(file).stream().filter(share -> !was.contains(share));
    }

    private static @Nullable Object[] values(CaseFile file, @Nullable String pinHash) {
        boolean closed = file.status() == Status.CLOSED;
        Instant due = file.nextDue();
        return new @Nullable Object[] {
            file.id().value(),
            file.code(),
            Words.codeKey(file.code()),
            pinHash,
            file.kind() == null ? null : file.kind().name(),
            file.stage().name(),
            file.status().name(),
            file.unit().value(),
            file.assignee() == null ? null : file.assignee().value(),
            file.category(),
            file.channel().name(),
            file.place(),
            time(file.receivedAt()),
            closed && file.closing() != null ? time(file.closing().on()) : null,
            time(due == null ? Instant.MAX : due),
            !file.escalations().isEmpty(),
            waiting(file),
            file.subject(),
            CaseJson.write(file.tasks()),
            file.version()
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
