package vn.caunoi.projections.search;

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

/** Writes the keys of each petition once, and anew when what it says or who sent it is told otherwise. */
final class SearchFilling implements ReadModel.Filling {
    private static final Target ROW = Target.of(
            "found_by", "petition", "petition keys::bigint[] secret::boolean version::bigint", "keys secret version");

    private final Tables tables;
    private final CaseRecord record;
    private final FoundBy found;
    private final Pending<PetitionId, Row> rows;

    /**
     * @param keys null where only the rest was read
     * @param secret found by its code only
     */
    private record Row(PetitionId petition, long @Nullable [] keys, boolean secret, long version) {}

    SearchFilling(Tables tables, CaseRecord record, FoundBy found) {
        this.tables = tables;
        this.record = record;
        this.found = found;
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
        if (row != null && isAsItWas(event, row)) return;
        CaseFile file = file(event, happened);
        boolean secret = file.kind() == Kind.DENUNCIATION;
        rows.put(event.petition(), new Row(event.petition(), found.of(file), secret, happened.sequence()));
    }

    /** Most petitions are classified as what they are found by already. */
    private static boolean isAsItWas(PetitionEvent event, Row row) {
        return event instanceof PetitionClassified classified
                && row.secret() == (classified.kind() == Kind.DENUNCIATION);
    }

    private CaseFile file(PetitionEvent event, Happened<?> happened) {
        return event instanceof PetitionReceived received
                ? CaseFile.begin(new Happened<>(received, happened.at(), happened.by(), happened.sequence()))
                : record.fileAt(event.petition(), happened.sequence());
    }

    @Override
    public void flush() {
        rows.flush();
    }

    private Map<PetitionId, Row> load(Collection<PetitionId> ids) {
        List<String> petitions = ids.stream().map(PetitionId::value).toList();
        return tables
                .all(
                        "select petition, secret, version from views.found_by where petition = any(?)",
                        (row, n) -> new Row(
                                new PetitionId(row.getString("petition")),
                                null,
                                row.getBoolean("secret"),
                                row.getLong("version")),
                        petitions)
                .stream()
                .collect(Collectors.toMap(Row::petition, Function.identity()));
    }

    private void save(Collection<Row> begun, Collection<Row> changed) {
        tables.begin(ROW, begun, SearchFilling::values);
        tables.change(ROW, changed, SearchFilling::values);
    }

    private static @Nullable Object[] values(Row row) {
        return new @Nullable Object[] {row.petition().value(), row.keys(), row.secret(), row.version()};
    }
}
