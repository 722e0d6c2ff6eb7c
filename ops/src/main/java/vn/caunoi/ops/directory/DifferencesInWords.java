package vn.caunoi.ops.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.projections.directory.Directory;

/** What would change, a sentence each: {@code +} is new, {@code ~} is otherwise than now, {@code >} is planned for its day. */
final class DifferencesInWords {

    private DifferencesInWords() {}

    static List<String> of(DirectoryPlan plan) {
        List<String> lines = new ArrayList<>();
        plan.units()
                .forEach(unit -> lines.add("+ unit " + unit.id() + " \"" + unit.name() + "\""
                        + (unit.parent() == null ? " at the top" : " under " + unit.parent())));
        plan.planned()
                .forEach((day, changes) -> changes.forEach(change -> lines.add("> " + day + " " + words(change))));
        plan.appointed()
                .forEach(one -> lines.add("+ officer " + one.id() + " \"" + one.name() + "\" of " + one.unit() + ": "
                        + words(one.roles()) + days(one)));
        plan.changed().forEach(change -> lines.add("~ officer " + change.to().id() + ": " + between(change)));
        plan.accounts().forEach(one -> lines.add("+ account " + one.id()));
        return lines;
    }

    private static String between(DirectoryPlan.Change change) {
        OfficerLine to = change.to();
        Directory.Officer from = change.from();
        List<String> parts = new ArrayList<>();
        if (!from.unit().equals(to.unit())) parts.add("unit " + from.unit() + " → " + to.unit());
        if (!from.name().equals(to.name())) parts.add("name \"" + from.name() + "\" → \"" + to.name() + "\"");
        if (!from.roles().equals(to.roles())) parts.add("roles " + words(from.roles()) + " → " + words(to.roles()));
        return String.join(", ", parts) + days(to);
    }

    private static String words(UnitChange change) {
        return switch (change.kind()) {
            case RENAME -> "unit " + change.unit() + " is called \"" + change.name() + "\"";
            case MOVE -> "unit " + change.unit() + " goes under " + change.parent();
            default ->
                "unit " + change.unit() + " \"" + change.name() + "\""
                        + (change.parent() == null ? " at the top" : " under " + change.parent());
        };
    }

    private static String days(OfficerLine one) {
        return (one.from() == null ? "" : " from " + one.from()) + (one.until() == null ? "" : " until " + one.until());
    }

    private static String words(Collection<Role> roles) {
        return roles.stream().map(Role::group).sorted().collect(Collectors.joining(" "));
    }
}
