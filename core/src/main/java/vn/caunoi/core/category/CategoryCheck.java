package vn.caunoi.core.category;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.Refusal.Violation;

/** Whether a change fits into the tree as it is. */
public final class CategoryCheck {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int LONGEST = 200;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private CategoryCheck() {}

    /** Empty when it fits. */
    public static List<Violation> defined(CategoryTree tree, Category one) {
        List<Violation> wrong = new ArrayList<>();
        if (!ID.matcher(one.id()).matches())
            wrong.add(new Violation("id", "malformed", "is small letters, digits and hyphens, at most 60"));
        named("vi", one.vi(), wrong);
        named("en", one.en(), wrong);
        LocalDate from = one.from();
        if (from != null && !isUsual(from)) wrong.add(outOfBounds("from"));
        LocalDate day = Objects.requireNonNullElse(from, FIRST);
        if (one.parent() != null) above(tree, one, one.parent(), day, wrong);
        field(tree, one, day, wrong);
        return wrong;
    }

    private static boolean isUsual(LocalDate day) {
        return !day.isBefore(FIRST) && day.getYear() <= 9999;
    }

    private static Violation outOfBounds(String field) {
        return new Violation(field, "out-of-bounds", "is between the years 1900 and 9999");
    }

    private static void named(String field, String name, List<Violation> wrong) {
        if (name.isBlank()) wrong.add(new Violation(field, "required", "must be given"));
        else if (name.length() > LONGEST)
            wrong.add(new Violation(field, "too-long", "has at most " + LONGEST + " characters"));
    }

    private static void above(CategoryTree tree, Category one, String parent, LocalDate day, List<Violation> wrong) {
        if (!tree.isInForce(parent, day)) wrong.add(new Violation("parent", "unknown", "is not known on that day"));
        else if (tree.after(new CategoryEvent.CategoryDefined(one)).isEverBelowItself(one.id(), day))
            wrong.add(new Violation("parent", "below-itself", "stands below the category itself"));
    }

    private static void field(CategoryTree tree, Category one, LocalDate day, List<Violation> wrong) {
        @Nullable String field = one.field();
        if (field != null && !CategoryTree.FIELDS.contains(field))
            wrong.add(new Violation("field", "not-an-option", "is not one of the options"));
        boolean inherited =
                one.parent() != null && tree.field(one.parent(), day).isPresent();
        if (field == null && !inherited)
            wrong.add(new Violation("field", "required", "must be given where none stands above"));
    }

    /** Empty when it may be retired on that day. */
    public static List<Violation> retired(CategoryTree tree, String id, LocalDate on) {
        if (!isUsual(on)) return List.of(outOfBounds("on"));
        if (!tree.isInForce(id, on)) return List.of(new Violation("category", "unknown", "is not known on that day"));
        boolean above = tree.all(on).stream()
                .anyMatch(node -> !node.retired() && id.equals(node.category().parent()));
        return above
                ? List.of(new Violation("category", "has-some-below", "has others below it that are not retired"))
                : List.of();
    }
}
