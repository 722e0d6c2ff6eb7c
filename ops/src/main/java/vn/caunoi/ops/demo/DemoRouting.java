package vn.caunoi.ops.demo;

import java.util.List;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.routing.RoutingCommand.SetRoutingRow;
import vn.caunoi.core.routing.RoutingRow;

/** Some villages of the second ward, so that the case page of what was handed in at the first proposes it. */
final class DemoRouting {

    private static final String BY = "system:demo";

    private static final List<RoutingRow> ROWS = List.of(
            row("water", "water", List.of("Xóm Mới", "Thôn Phú Lộc")),
            row("environment", "environment", List.of("Xóm Mới")),
            row("compensation", "compensation", List.of("Thôn Phú Lộc")));

    private final Commands commands;

    DemoRouting(Commands commands) {
        this.commands = commands;
    }

    /** Once: what is altered or taken away stays so. */
    void fill() {
        Actor by = Actor.of(BY, BY, Role.ADMIN);
        ROWS.forEach(row -> commands.send(new SetRoutingRow(row, by), BY));
    }

    private static RoutingRow row(String id, String category, List<String> villages) {
        return new RoutingRow(
                "demo-" + id,
                null,
                category,
                villages,
                DemoDirectory.WARD_A,
                DemoDirectory.WARD_B,
                null,
                null,
                "Quy chế phân công của tỉnh");
    }
}
