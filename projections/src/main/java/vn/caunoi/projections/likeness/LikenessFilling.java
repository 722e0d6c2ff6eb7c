package vn.caunoi.projections.likeness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseRecord;

/** Writes by what petitions are found. What is no longer to be found has a row without keys. */
final class LikenessFilling implements ReadModel.Filling {
    private static final Target ROW =
            Target.of("likeness", "petition", "petition keys version::bigint", "keys version");

    private final Tables tables;
    private final CaseRecord record;
    private final Traits traits;
    private final Pending<PetitionId, Row> rows;

    private record Row(PetitionId petition, String keys, long version) {}

    LikenessFilling(Tables tables, CaseRecord record, Traits traits) {
        this.tables = tables;
        this.record = record;
        this.traits = traits;
        this.rows = new Pending<>(this::load, this::save, tables.remembered());
    }

    static boolean concerns(Object event) {
        return event instanceof PetitionReceived
                || event instanceof PetitionClassified
                || event instanceof PetitionReclassified
                || event instanceof PetitionCorrected
                || event instanceof PersonalDataErased;
    }

    @Override
    public void expect(PetitionEvent event) {
        if (concerns(event)) rows.expect(event.petition());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived) rows.expectNew(event.petition());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!concerns(happened.event())) return;
        PetitionEvent event = (PetitionEvent) happened.event();
        Row row = rows.get(event.petition());
        if (row == null ? !(event instanceof PetitionReceived) : happened.sequence() <= row.version()) return;
        String before = row == null ? "" : row.keys();
        rows.put(event.petition(), new Row(event.petition(), keys(event, happened, before), happened.sequence()));
    }

    private String keys(PetitionEvent event, Happened<?> happened, String before) {
        return switch (event) {
            case PetitionReceived e ->
                keys(CaseFile.begin(new Happened<>(e, happened.at(), happened.by(), happened.sequence())));
            case PetitionClassified e when e.kind() == Kind.DENUNCIATION -> "";
            case PetitionClassified e when !before.isEmpty() -> before;
            default -> keys(record.fileAt(event.petition(), happened.sequence()));
        };
    }

    private String keys(CaseFile file) {
        return String.join(" ", traits.of(Told.of(file)));
    }

    @Override
    public void flush() {
        rows.flush();
    }

    private Map<PetitionId, Row> load(Collection<PetitionId> ids) {
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return tables
                .all(
                        "select petition, keys, version from views.likeness where petition = any(?)",
                        (row, n) -> new Row(
                                new PetitionId(row.getString("petition")),
                                row.getString("keys"),
                                row.getLong("version")),
                        keys)
                .stream()
                .collect(Collectors.toMap(Row::petition, Function.identity()));
    }

    private void save(Collection<Row> begun, Collection<Row> changed) {
        tables.begin(ROW, begun, LikenessFilling::values);
        tables.change(ROW, changed, LikenessFilling::values);
    }

    private static @Nullable Object[] values(Row row) {
        return new @Nullable Object[] {row.petition().value(), row.keys(), row.version()};
    }
}
