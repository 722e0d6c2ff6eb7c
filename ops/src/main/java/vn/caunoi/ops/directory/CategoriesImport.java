package vn.caunoi.ops.directory;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryCommand;
import vn.caunoi.core.category.CategoryCommand.DefineCategory;
import vn.caunoi.core.category.CategoryCommand.MapCategoryWord;
import vn.caunoi.core.category.CategoryCommand.RetireCategory;
import vn.caunoi.core.category.CategoryEvent;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryEvent.CategoryRetired;
import vn.caunoi.core.category.CategoryEvent.CategoryWordMapped;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.projections.directory.Directory;

/** Takes a file of categories: all of it or, while a line is wrong, nothing. Repeated it changes nothing. */
@Component
class CategoriesImport {

    private static final String BY = "system:import";
    private static final int SHOWN = 200;

    private final CategoriesInForce categories;
    private final Directory directory;
    private final Commands commands;

    CategoriesImport(CategoriesInForce categories, Directory directory, Commands commands) {
        this.categories = categories;
        this.directory = directory;
        this.commands = commands;
    }

    int take(Path path, LocalDate from, boolean dryRun, PrintWriter out) {
        categories.forget();
        CategoriesPlan plan = CategoriesPlan.of(
                CategoriesFile.read(path, from),
                categories.tree(),
                directory.units().stream().map(Directory.Unit::id).collect(Collectors.toSet()));
        tell(plan, out);
        if (!plan.problems().isEmpty()) {
            out.println("Nothing was changed: mend these lines first.");
            return 1;
        }
        if (dryRun) {
            out.println("Nothing was changed: this was a dry run.");
            return 0;
        }
        plan.changes().forEach(change -> commands.send(order(change), BY));
        categories.forget();
        out.println("Done.");
        return 0;
    }

    private static CategoryCommand order(CategoryEvent change) {
        Actor by = Actor.of(BY, BY, Role.ADMIN);
        return switch (change) {
            case CategoryDefined e -> new DefineCategory(e.category(), by);
            case CategoryRetired e -> new RetireCategory(e.category(), e.on(), by);
            case CategoryWordMapped e -> new MapCategoryWord(e.word(), e.category(), by);
        };
    }

    private static void tell(CategoriesPlan plan, PrintWriter out) {
        plan.words().stream().limit(SHOWN).forEach(out::println);
        if (plan.words().size() > SHOWN)
            out.printf("… and %d more%n", plan.words().size() - SHOWN);
        plan.problems().stream()
                .limit(SHOWN)
                .forEach(one -> out.printf("line %d, %s: %s%n", one.line(), one.id(), one.why()));
        out.printf(
                "changes: %d; as they are: %d; wrong lines: %d%n",
                plan.changes().size(), plan.same(), plan.problems().size());
    }
}
