package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

    private final Tables tables;
    private final CaseRecord record;
    private final RecentFiles recent;
    private final Pending<PetitionId, CaseFile> files;
    private final Map<PetitionId, CaseFile> before = new HashMap<>();
    private final Map<PetitionId, String> pinHashes = new HashMap<>();

    CaseFilling(Tables tables, CaseRecord record, RecentFiles recent) {
        this.tables = tables;
        this.record = record;
        this.recent = recent;
        this.files = new Pending<>(this::load, this::save);
    }

    @Override
    public void expect(PetitionEvent event) {
        files.expect(event.petition());
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        Happened<PetitionEvent> mine = new Happened<>(event, recorded.at(), recorded.by(), recorded.sequence());
        CaseFile file = files.get(event.petition());
        if (file == null) {
            if (event instanceof PetitionReceived e) pinHashes.put(e.petition(), e.pinHash());
            files.put(event.petition(), CaseFile.begin(mine));
        } else if (mine.sequence() > file.version()) {
            files.put(event.petition(), after(file, mine));
        }
    }

    /** What was told in clear of somebody whose data was erased is told anew from the record. */
    private CaseFile after(CaseFile file, Happened<PetitionEvent> event) {
        if (event.event() instanceof PersonalDataErased erased)
            return record.fileAt(erased.petition(), event.sequence());
        return file.apply(List.of(event));
    }

    @Override
    public void flush() {
        files.flush();
        before.clear();
        pinHashes.clear();
    }

    private Map<PetitionId, CaseFile> load(Collection<PetitionId> ids) {
        record Row(PetitionId id, long version) {}
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        tables.all(
                        "select id, version from views.case_file where id = any(?)",
                        (row, n) -> new Row(new PetitionId(row.getString("id")), row.getLong("version")),
                        keys)
                .forEach(row -> before.put(row.id, recent.at(row.id, row.version)));
        return Map.copyOf(before);
    }

    private void save(Collection<CaseFile> changed) {
        tables.save(FILE, changed, file -> values(file.shown(), pinHashes.get(file.id())));
        saveWords(changed.stream().filter(file -> differs(file, Words::of)).toList());
        saveShares(changed.stream().filter(file -> differs(file, Share::of)).toList());
        changed.forEach(recent::keep);
    }

    private boolean differs(CaseFile file, Function<CaseFile, ?> part) {
        CaseFile old = before.get(file.id());
        return old == null || !part.apply(old).equals(part.apply(file));
    }

    private void saveWords(List<CaseFile> changed) {
        tables.save(WORDS, changed, file -> new @Nullable Object[] {file.id().value(), Words.of(file)});
    }

    private void saveShares(List<CaseFile> changed) {
        tables.write("delete from views.case_part where petition = ?", changed, file ->
                new @Nullable Object[] {file.id().value()});
        tables.save(
                PART, changed.stream().flatMap(file -> Share.of(file).stream()).toList(), Share::values);
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
