package vn.caunoi.projections.timekeeping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** One row for each case that ever had a deadline. */
final class RunningFilling implements ReadModel.Filling {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Running>> ALL = new TypeReference<>() {};
    private static final Target ROWS = Target.of(
            "running_deadline", "id", "id open::boolean version::bigint deadlines::jsonb", "open version deadlines");

    /** @param version sequence of the last event that changed it */
    private record Row(PetitionId id, long version, List<Running> deadlines) {
        @Nullable Object[] values() {
            boolean open = deadlines.stream().anyMatch(Running::runs);
            return new @Nullable Object[] {id.value(), open, version, JSON.writeValueAsString(deadlines)};
        }
    }

    private final Tables tables;
    private final Pending<PetitionId, Row> rows;

    RunningFilling(Tables tables) {
        this.tables = tables;
        this.rows = new Pending<>(this::load, this::save, tables.remembered());
    }

    static List<Running> read(String deadlines) {
        return JSON.readValue(deadlines, ALL);
    }

    @Override
    public void expect(PetitionEvent event) {
        if (event instanceof DeadlineEvent) rows.expect(event.petition());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof DeadlineEvent event)) return;
        Row row = rows.get(event.petition());
        if (row != null && happened.sequence() <= row.version()) return;
        List<Running> before = row == null ? List.of() : row.deadlines();
        List<Running> after = Running.after(before, event);
        if (!after.equals(before)) rows.put(event.petition(), new Row(event.petition(), happened.sequence(), after));
    }

    @Override
    public void flush() {
        rows.flush();
    }

    private Map<PetitionId, Row> load(Collection<PetitionId> ids) {
        List<String> keys = ids.stream().map(PetitionId::value).toList();
        return tables
                .all(
                        "select id, version, deadlines from views.running_deadline where id = any(?)",
                        (row, n) -> new Row(
                                new PetitionId(row.getString("id")),
                                row.getLong("version"),
                                read(row.getString("deadlines"))),
                        keys)
                .stream()
                .collect(Collectors.toMap(Row::id, Function.identity()));
    }

    private void save(Collection<Row> begun, Collection<Row> changed) {
        tables.save(ROWS, begun, Row::values);
        tables.change(ROWS, changed, Row::values);
    }
}
