package vn.caunoi.projections.changes;

import static vn.caunoi.projections.Tables.time;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.category.CategoryEvent;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryEvent.CategoryRetired;
import vn.caunoi.core.category.CategoryEvent.CategoryWordMapped;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.DirectoryEvent.*;
import vn.caunoi.core.directory.ReorganisationEvent;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.letter.FormPublished;
import vn.caunoi.core.letter.HeadingSet;
import vn.caunoi.core.letter.SigningPowerEvent;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerEnded;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerGiven;
import vn.caunoi.core.process.ProcessEvent;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;
import vn.caunoi.core.routing.RoutingEvent;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowRemoved;
import vn.caunoi.core.routing.RoutingEvent.RoutingRowSet;
import vn.caunoi.core.table.TableEdition;
import vn.caunoi.core.table.TablePublished;
import vn.caunoi.core.timekeeping.TimekeepingEvent;
import vn.caunoi.core.timekeeping.TimekeepingEvent.ChangeConfirmed;
import vn.caunoi.core.timekeeping.TimekeepingEvent.ChangeProposed;
import vn.caunoi.core.yardstick.YardstickEvent;
import vn.caunoi.core.yardstick.YardstickEvent.HotSpotsSet;
import vn.caunoi.core.yardstick.YardstickEvent.SurveyRecorded;
import vn.caunoi.core.yardstick.YardstickEvent.TargetsSet;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** Changes of the house are rare: each event is written at once. */
record ChangeFilling(Tables tables) implements ReadModel.Filling {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** @param said what is shown of the event */
    private record Told(ChangeTopic topic, String subject, Object said) {}

    @Override
    public void take(Happened<?> recorded) {
        Told told = told(recorded.event());
        if (told == null) return;
        String id = String.format(Locale.ROOT, "%s:%s:%010d", told.topic, told.subject, recorded.sequence());
        tables.update(
                """
                insert into views.house_change (id, topic, subject, name, at, by, data)
                values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict (id) do nothing""",
                id,
                told.topic.name(),
                told.subject,
                recorded.event().getClass().getAnnotation(StoredAs.class).value(),
                time(recorded.at()),
                recorded.by(),
                JSON.writeValueAsString(told.said));
    }

    private static @Nullable Told told(Object event) {
        return switch (event) {
            case DirectoryEvent e -> told(e);
            case ReorganisationEvent e ->
                new Told(ChangeTopic.REORGANISATION, e.reorganisation().value(), e);
            case CategoryEvent e -> told(e);
            case RoutingEvent e -> told(e);
            case TimekeepingEvent e -> told(e);
            case YardstickEvent e -> told(e);
            case SigningPowerEvent e -> told(e);
            case ProcessEvent e -> new Told(ChangeTopic.MODEL, e.key(), model(e));
            case TablePublished e ->
                new Told(ChangeTopic.TABLE, e.edition().table().word(), table(e.edition()));
            case FormPublished e -> new Told(ChangeTopic.LETTER_FORM, e.form().id(), e.form());
            case HeadingSet e -> new Told(ChangeTopic.LETTERHEAD, e.unit().value(), e.heading());
            default -> null;
        };
    }

    private static Told told(DirectoryEvent event) {
        return switch (event) {
            case UnitEstablished e -> new Told(ChangeTopic.UNIT, e.unit().value(), e);
            case UnitRenamed e -> new Told(ChangeTopic.UNIT, e.unit().value(), e);
            case UnitMoved e -> new Told(ChangeTopic.UNIT, e.unit().value(), e);
            case UnitContactSet e -> new Told(ChangeTopic.UNIT, e.unit().value(), e);
            case UnitEnded e -> new Told(ChangeTopic.UNIT, e.unit().value(), e);
            case OfficerAppointed e ->
                new Told(ChangeTopic.APPOINTMENT, e.officer().value(), e);
            case OfficerAbsent e -> new Told(ChangeTopic.ABSENCE, e.officer().value(), e);
            case OfficerBack e -> new Told(ChangeTopic.ABSENCE, e.officer().value(), e);
        };
    }

    private static Told told(CategoryEvent event) {
        return switch (event) {
            case CategoryDefined e ->
                new Told(ChangeTopic.CATEGORY, e.category().id(), e.category());
            case CategoryRetired e -> new Told(ChangeTopic.CATEGORY, e.category(), e);
            case CategoryWordMapped e -> new Told(ChangeTopic.CATEGORY, "\"" + e.word() + "\"", e);
        };
    }

    private static Told told(RoutingEvent event) {
        return switch (event) {
            case RoutingRowSet e -> new Told(ChangeTopic.ROUTING, e.row().id(), e.row());
            case RoutingRowRemoved e -> new Told(ChangeTopic.ROUTING, e.row(), e);
        };
    }

    private static Told told(YardstickEvent event) {
        return switch (event) {
            case SurveyRecorded e -> new Told(ChangeTopic.YARDSTICK, "survey/" + e.year(), e);
            case TargetsSet e -> new Told(ChangeTopic.YARDSTICK, "targets/" + e.year(), e);
            case HotSpotsSet e -> new Told(ChangeTopic.YARDSTICK, "hot-spots/" + e.from(), e);
        };
    }

    private static Told told(TimekeepingEvent event) {
        Object said =
                switch (event) {
                    case ChangeProposed e -> e.change();
                    case ChangeConfirmed e -> e.change();
                    default -> event;
                };
        return new Told(ChangeTopic.TIME, String.valueOf(event.number()), said);
    }

    private static Told told(SigningPowerEvent event) {
        return switch (event) {
            case SigningPowerGiven e ->
                new Told(ChangeTopic.SIGNING_POWER, e.unit() + "/" + e.power().id(), e.power());
            case SigningPowerEnded e -> new Told(ChangeTopic.SIGNING_POWER, e.unit() + "/" + e.id(), e);
        };
    }

    /** The diagram itself is kept by its hash: it stands among the models. */
    private static Object model(ProcessEvent event) {
        if (!(event instanceof ProcessPublished e)) return event;
        Map<String, Object> said =
                new TreeMap<>(Map.of("key", e.key(), "version", e.version(), "name", e.name(), "hash", e.hash()));
        if (e.note() != null) said.put("note", e.note());
        if (e.proposedBy() != null) said.put("proposedBy", e.proposedBy());
        if (e.effectiveFrom() != null)
            said.put("effectiveFrom", e.effectiveFrom().toString());
        if (e.pilot() != null) said.put("pilot", e.pilot());
        if (e.parts() != null)
            said.put("parts", e.parts().keySet().stream().sorted().toList());
        return said;
    }

    /** The table itself stands among its editions. */
    private static Map<String, Object> table(TableEdition edition) {
        return Map.of("number", edition.number(), "from", edition.from().toString(), "reason", edition.reason());
    }

    @Override
    public void flush() {}
}
