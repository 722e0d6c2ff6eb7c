package vn.caunoi.api.category;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.Category;
import vn.caunoi.core.category.CategoryCheck;
import vn.caunoi.core.category.CategoryCommand;
import vn.caunoi.core.category.CategoryCommand.DefineCategory;
import vn.caunoi.core.category.CategoryCommand.MapCategoryWord;
import vn.caunoi.core.category.CategoryCommand.RetireCategory;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;

/** The tree of categories as people read it, and for administrators its changes. */
@Component
public class CategoryDesk {

    private static final int LONG = 200;
    private static final int MOST_WORDS = 200;

    /**
     * A category on a day.
     *
     * @param path ids from the top down to it
     * @param field what reports count it as, its own or that of one above it
     * @param ownField its own; null: as the one above
     * @param units as they are written: {@code UNIT}, or {@code AT>UNIT}
     * @param from first day of what it is; null: with all days
     * @param retiredOn first day it is not chosen any more; null while none is known
     */
    @Schema(name = "Category")
    public record Shown(
            String id,
            List<String> path,
            String vi,
            String en,
            @Nullable String field,
            @Nullable String ownField,
            List<String> units,
            int depth,
            boolean leaf,
            boolean inForce,
            @Nullable LocalDate from,
            @Nullable LocalDate retiredOn) {}

    /** What cases are said to be about that means no category. @param cases how many, of all times */
    @Schema(name = "UnmatchedCategory")
    public record Unmatched(String word, long cases) {}

    /**
     * What a change would do.
     *
     * @param before what it is on that day now; null for a new one
     * @param fieldBefore what reports count it as now; {@code fieldAfter} from that day on
     * @param below how many categories stand below it
     */
    @Schema(name = "CategoryPreview")
    public record Preview(
            @Nullable Category before,
            Category after,
            @Nullable String fieldBefore,
            @Nullable String fieldAfter,
            int below) {}

    private final CategoriesInForce categories;
    private final CaseFiles cases;
    private final Directory directory;
    private final Commands commands;
    private final Clock clock;

    CategoryDesk(CategoriesInForce categories, CaseFiles cases, Directory directory, Commands commands, Clock clock) {
        this.categories = categories;
        this.cases = cases;
        this.directory = directory;
        this.commands = commands;
        this.clock = clock;
    }

    public LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    /** All on a day, also those retired by then; those below one right after it. */
    public List<Shown> all(LocalDate day) {
        CategoryTree tree = categories.tree();
        return tree.all(day).stream().map(node -> shown(node, tree, day)).toList();
    }

    /** Those to choose from, found by typing. */
    public List<Shown> found(String typed, LocalDate day) {
        CategoryTree tree = categories.tree();
        return tree.found(typed, day).stream()
                .map(node -> shown(node, tree, day))
                .toList();
    }

    public Shown find(String id) {
        return all(today()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What it was and will be. */
    public List<Category> terms(String id) {
        return categories.tree().terms(id).toList();
    }

    private static Shown shown(CategoryTree.Node node, CategoryTree tree, LocalDate day) {
        Category one = node.category();
        return new Shown(
                one.id(),
                tree.lineage(one.id(), day).reversed(),
                one.vi(),
                one.en(),
                tree.field(one.id(), day).orElse(null),
                one.field(),
                one.units().stream().map(CategoryInput::written).toList(),
                node.depth(),
                node.leaf(),
                !node.retired(),
                one.from(),
                tree.retiredOn(one.id(), day).orElse(null));
    }

    /** Changes nothing. */
    public Preview preview(String id, CategoryInput given) {
        Category after = checked(id, given);
        CategoryTree tree = categories.tree();
        LocalDate day = after.from() == null ? today() : after.from();
        boolean known = tree.ids().contains(id);
        CategoryTree then = tree.after(new CategoryDefined(after));
        return new Preview(
                known ? tree.on(id, day).orElse(null) : null,
                after,
                known ? tree.field(id, day).orElse(null) : null,
                then.field(id, day).orElse(null),
                then.below(id, day).size() - 1);
    }

    public Shown define(String id, CategoryInput given, Actor by) {
        send(new DefineCategory(checked(id, given), by), by);
        return find(id);
    }

    private Category checked(String id, CategoryInput given) {
        Input input = new Input();
        Category one = given.category(id, input);
        mustBeThere(one, input);
        input.mustBeValid();
        var wrong = CategoryCheck.defined(categories.tree(), one);
        if (!wrong.isEmpty()) throw Refusal.invalid(wrong);
        return one;
    }

    private void mustBeThere(Category one, Input input) {
        Map<UnitId, Directory.Unit> known =
                directory.units().stream().collect(Collectors.toMap(Directory.Unit::id, Function.identity()));
        Set<UnitId> unknown = one.units().stream()
                .flatMap(unit -> Stream.concat(Stream.ofNullable(unit.at()), Stream.of(unit.unit())))
                .filter(unit -> !known.containsKey(unit))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) input.wrong("units", "unknown", "names what is no unit: " + unknown);
    }

    /** @param on the first day it is not chosen any more; cases that have it keep it */
    public Shown retire(String id, @Nullable LocalDate on, Actor by) {
        Input input = new Input();
        LocalDate day = input.present("on", on);
        if (day != null && day.isBefore(today())) input.wrong("on", "too-early", "must not lie in the past");
        input.mustBeValid();
        find(id);
        send(new RetireCategory(id, day == null ? today() : day, by), by);
        return find(id);
    }

    /** At most two hundred, the most frequent first; of cases about the reader nothing is told. */
    public List<Unmatched> unmatched(Actor reader) {
        return cases.unmatchedCategories(reader.id(), MOST_WORDS).entrySet().stream()
                .map(one -> new Unmatched(one.getKey(), one.getValue()))
                .toList();
    }

    /** What was said to mean a category. */
    public Map<String, String> mapped() {
        return categories.tree().mapped();
    }

    /** @param category null: the word means none any more */
    public void map(@Nullable String word, @Nullable String category, Actor by) {
        Input input = new Input();
        String typed = input.required("word", word, LONG);
        String meant = input.optional("category", category, LONG);
        input.mustBeValid();
        String id = meant == null ? null : categories.tree().meant(meant).orElse(meant);
        send(new MapCategoryWord(typed, id, by), by);
    }

    private void send(CategoryCommand order, Actor by) {
        commands.send(order, by.id().value());
        categories.forget();
    }
}
