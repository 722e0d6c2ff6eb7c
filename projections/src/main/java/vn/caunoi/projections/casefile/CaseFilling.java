package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.Part.OpenTask;

/** Writes the case files. */
final class CaseFilling implements ReadModel.Filling {

    /** @param pinHash is no part of the file, so that it is never shown with it */
    private record Row(CaseFile file, @Nullable String pinHash) {}

    private final Tables tables;
    private final CaseRecord record;
    private final Pending<PetitionId, Row> rows;
    private final Map<PetitionId, List<Share>> shares = new HashMap<>();

    CaseFilling(Tables tables, CaseRecord record) {
        this.tables = tables;
        this.record = record;
        this.rows = new Pending<>(this::load, this::save);
    }

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof PetitionEvent event)) return;
        Happened<PetitionEvent> mine = new Happened<>(event, recorded.at(), recorded.by(), recorded.sequence());
        Row before = rows.get(event.petition());
        if (before == null) {
            String pin = event instanceof PetitionReceived e ? e.pinHash() : null;
            rows.put(event.petition(), new Row(CaseFile.begin(mine), pin));
        } else if (mine.sequence() > before.file.version()) {
            rows.put(event.petition(), new Row(after(before.file, mine), before.pinHash));
        }
    }

    /**
     * What was a denunciation was kept without its content, so it is told anew from the record; so is what was kept
     * in clear of somebody whose data was erased.
     */
    private CaseFile after(CaseFile before, Happened<PetitionEvent> event) {
        if (event.event() instanceof PersonalDataErased erased) return record.fileWithout(erased, event.sequence());
        CaseFile after = before.apply(List.of(event));
        boolean told = before.kind() == Kind.DENUNCIATION && after.kind() != Kind.DENUNCIATION;
        return told ? record.fileAt(after.id(), event.sequence()) : after;
    }

    @Override
    public void flush() {
        rows.flush();
        shares.clear();
    }

    private @Nullable Row load(PetitionId id) {
        Row row = tables.first(
                "select file, pin_hash from views.case_file where id = ?",
                (found, n) -> new Row(CaseJson.read(found.getString("file")), found.getString("pin_hash")),
                id.value());
        if (row != null) shares.put(id, Share.of(row.file));
        return row;
    }

    private void save(Collection<Row> changed) {
        tables.write("""
                insert into views.case_file (id, code, code_key, pin_hash, kind, stage, status, unit, assignee,
                    category, channel, place, received, closed, next_due, escalated, waiting, words, file, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (id) do update set kind = excluded.kind, stage = excluded.stage, status = excluded.status,
                    unit = excluded.unit, assignee = excluded.assignee, category = excluded.category,
                    place = excluded.place, received = excluded.received, closed = excluded.closed,
                    next_due = excluded.next_due, escalated = excluded.escalated, waiting = excluded.waiting,
                    words = excluded.words, file = excluded.file, version = excluded.version""", changed, row -> values(row.file.shown(), row.pinHash));
        saveShares(changed.stream()
                .map(Row::file)
                .filter(file -> !Share.of(file).equals(shares.get(file.id())))
                .toList());
    }

    private void saveShares(List<CaseFile> changed) {
        tables.write("delete from views.case_part where petition = ?", changed, file ->
                new @Nullable Object[] {file.id().value()});
        tables.write(
                "insert into views.case_part (officer, petition, section, unit, due) values (?, ?, ?, ?, ?)",
                changed.stream().flatMap(file -> Share.of(file).stream()).toList(),
                Share::values);
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
            Words.of(file),
            CaseJson.write(file),
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
