package vn.caunoi.api.category;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.routing.RoutingCommand;
import vn.caunoi.core.routing.RoutingCommand.RemoveRoutingRow;
import vn.caunoi.core.routing.RoutingCommand.SetRoutingRow;
import vn.caunoi.core.routing.RoutingRow;
import vn.caunoi.core.routing.RoutingRowsInForce;
import vn.caunoi.projections.directory.Directory;

/** For administrators: the rows of the routing table. */
@Component
public class RoutingTableDesk {

    private static final int LONGEST_ID = 60;
    private static final int SHORT = 200;
    private static final int LINE = 500;
    private static final int MOST_PLACES = 200;

    private final RoutingRowsInForce rows;
    private final CategoriesInForce categories;
    private final Directory directory;
    private final Commands commands;

    RoutingTableDesk(RoutingRowsInForce rows, CategoriesInForce categories, Directory directory, Commands commands) {
        this.rows = rows;
        this.categories = categories;
        this.directory = directory;
        this.commands = commands;
    }

    public List<RoutingRow> all() {
        return rows.table().rows();
    }

    public RoutingRow find(String id) {
        return rows.table().row(id).orElseThrow(NotFound::new);
    }

    /** Whose row is kept under an id that it is asked for again. */
    public RoutingRow set(String id, RoutingInput given, Actor by) {
        Input input = new Input();
        input.required("id", id, LONGEST_ID);
        UnitId unit = unit("unit", input.required("unit", given.unit(), SHORT), input);
        String at = input.optional("at", given.at(), SHORT);
        RoutingRow row = new RoutingRow(
                id,
                input.choice("kind", given.kind(), Kind.class),
                category(given.category(), input),
                places(given.places(), input),
                at == null ? null : unit("at", at, input),
                Objects.requireNonNullElse(unit, new UnitId("?")),
                usual("from", given.from(), input),
                usual("until", given.until(), input),
                Objects.requireNonNullElse(input.optional("source", given.source(), LINE), ""));
        input.mustBeValid();
        send(new SetRoutingRow(row, by), by);
        return find(id);
    }

    /** One that was a mistake. */
    public void remove(String id, Actor by) {
        find(id);
        send(new RemoveRoutingRow(id, by), by);
    }

    private @Nullable UnitId unit(String field, String id, Input input) {
        if (id.isEmpty()) return null;
        Optional<Directory.Unit> known = directory.unit(new UnitId(id));
        if (known.isEmpty()) input.wrong(field, "unknown", "is not known");
        else if (known.get().isEnded()) input.wrong(field, "ended", "is no more");
        return new UnitId(id);
    }

    private @Nullable String category(@Nullable String given, Input input) {
        String text = input.optional("category", given, SHORT);
        if (text == null) return null;
        Optional<String> id = categories.tree().meant(text);
        if (id.isEmpty()) input.wrong("category", "unknown", "is not known");
        return id.orElse(text);
    }

    private static List<String> places(@Nullable List<@Nullable String> given, Input input) {
        List<String> places = new ArrayList<>();
        for (@Nullable String one : Objects.requireNonNullElse(given, List.<@Nullable String>of())) {
            String place = input.optional("places", one, SHORT);
            if (place != null) places.add(place);
        }
        if (places.size() > MOST_PLACES) input.wrong("places", "too-great", "are at most " + MOST_PLACES);
        return places;
    }

    private static @Nullable LocalDate usual(String field, @Nullable LocalDate day, Input input) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999))
            input.wrong(field, "out-of-bounds", "is between the years 1900 and 9999");
        return day;
    }

    private void send(RoutingCommand order, Actor by) {
        commands.send(order, by.id().value());
        rows.forget();
    }
}
