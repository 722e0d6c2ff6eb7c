package vn.caunoi.ops.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.Category;
import vn.caunoi.core.category.CategoryCheck;
import vn.caunoi.core.category.CategoryEvent;
import vn.caunoi.core.category.CategoryEvent.CategoryDefined;
import vn.caunoi.core.category.CategoryEvent.CategoryRetired;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal.Violation;
import vn.caunoi.ops.directory.CategoriesFile.Line;

/**
 * What a file of categories changes: those above before those below them, then what is used no more, from below. What is
 * not in the file stays as it is.
 *
 * @param words a sentence for each change: {@code +} is new, {@code ~} is otherwise than now, {@code -} is used no more
 */
record CategoriesPlan(List<CategoryEvent> changes, List<String> words, int same, List<DirectoryFile.Problem> problems) {

    static CategoriesPlan of(CategoriesFile file, CategoryTree tree, Set<UnitId> units) {
        Planning planning = new Planning(tree, units);
        planning.problems.addAll(file.problems());
        planning.take(file.lines());
        return new CategoriesPlan(planning.changes, planning.words, planning.same, planning.problems);
    }

    private static final class Planning {
        private CategoryTree tree;
        private final Set<UnitId> units;
        private final List<CategoryEvent> changes = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<DirectoryFile.Problem> problems = new ArrayList<>();
        private int same;

        Planning(CategoryTree tree, Set<UnitId> units) {
            this.tree = tree;
            this.units = units;
        }

        void take(List<Line> lines) {
            Map<String, Line> waiting = new LinkedHashMap<>();
            lines.forEach(line -> waiting.put(line.category().id(), line));
            List<Line> order = new ArrayList<>();
            for (Line line : lines) order(line, waiting, order);
            order.forEach(this::define);
            order.reversed().forEach(this::retire);
        }

        /** The one above first, when it is in the file too. */
        private static void order(Line line, Map<String, Line> waiting, List<Line> order) {
            if (waiting.remove(line.category().id()) == null) return;
            Line above = line.category().parent() == null
                    ? null
                    : waiting.get(line.category().parent());
            if (above != null) order(above, waiting, order);
            order.add(line);
        }

        private void define(Line line) {
            Category one = line.category();
            LocalDate day = Objects.requireNonNull(one.from());
            Optional<Category> known = tree.ids().contains(one.id()) ? tree.on(one.id(), day) : Optional.empty();
            boolean retired = known.isPresent() && !tree.isInForce(one.id(), day);
            boolean stays = retired && line.until() != null && line.until().isBefore(day);
            if (known.isPresent() && known.get().saysTheSame(one) && (!retired || stays)) {
                same++;
                return;
            }
            List<String> wrong = Stream.concat(
                            unknownUnits(one),
                            CategoryCheck.defined(tree, one).stream().map(Planning::sentence))
                    .toList();
            if (!wrong.isEmpty()) {
                problem(line, String.join("; ", wrong));
                return;
            }
            change(
                    new CategoryDefined(one),
                    (known.isEmpty() ? "+ category " : "~ category ") + one.id() + " \"" + one.vi() + "\""
                            + known.map(before -> otherwise(before, one)).orElse("") + " from " + day);
        }

        private static String otherwise(Category before, Category now) {
            List<String> parts = new ArrayList<>();
            part("name", before.vi() + " / " + before.en(), now.vi() + " / " + now.en(), parts);
            part("parent", before.parent(), now.parent(), parts);
            part("field", before.field(), now.field(), parts);
            part("units", before.units(), now.units(), parts);
            return parts.isEmpty() ? ": used again" : ": " + String.join(", ", parts);
        }

        private static void part(String what, @Nullable Object before, @Nullable Object now, List<String> parts) {
            if (!Objects.equals(before, now)) parts.add(what + " " + before + " → " + now);
        }

        private void retire(Line line) {
            if (line.until() == null) return;
            String id = line.category().id();
            LocalDate on = line.until().plusDays(1);
            if (tree.retiredOn(id, on).filter(on::equals).isPresent()) return;
            List<Violation> wrong = CategoryCheck.retired(tree, id, on);
            if (wrong.isEmpty()) change(new CategoryRetired(id, on), "- category " + id + " from " + on);
            else problem(line, wrong.stream().map(Planning::sentence).collect(Collectors.joining("; ")));
        }

        private void change(CategoryEvent event, String sentence) {
            changes.add(event);
            words.add(sentence);
            tree = tree.after(event);
        }

        private Stream<String> unknownUnits(Category one) {
            return one.units().stream()
                    .flatMap(unit -> Stream.concat(Stream.ofNullable(unit.at()), Stream.of(unit.unit())))
                    .filter(unit -> !units.contains(unit))
                    .map(unit -> "there is no unit " + unit);
        }

        private static String sentence(Violation wrong) {
            return wrong.field() + " " + wrong.message();
        }

        private void problem(Line line, String why) {
            problems.add(
                    new DirectoryFile.Problem(line.number(), line.category().id(), why));
        }
    }
}
