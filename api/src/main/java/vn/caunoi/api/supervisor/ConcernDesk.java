package vn.caunoi.api.supervisor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.oversight.ConcernFigure;
import vn.caunoi.projections.oversight.ConcernLine;
import vn.caunoi.projections.oversight.ConcernSort;
import vn.caunoi.projections.oversight.Oversight;

/** What people are upset about in a period, compared with the same length of time before, what rose most first. */
@Component
public class ConcernDesk {

    private static final Comparator<ConcernLine> RISING = Comparator.comparingLong(ConcernLine::rise)
            .thenComparingLong(ConcernLine::received)
            .reversed()
            .thenComparing(ConcernLine::key);

    private final Oversight oversight;
    private final CategoriesInForce categories;

    ConcernDesk(Oversight oversight, CategoriesInForce categories) {
        this.oversight = oversight;
        this.categories = categories;
    }

    /** Categories by their ids; what was typed before there was a tree counts for what it means. */
    public List<ConcernLine> lines(ConcernSort sort, OversightDesk.Scope scope) {
        List<ConcernLine> found = oversight.concerns(sort, scope.from(), scope.to(), scope.sight());
        if (sort != ConcernSort.CATEGORY) return found;
        CategoryTree tree = categories.tree();
        Map<String, ConcernLine> meant = new LinkedHashMap<>();
        found.forEach(line -> meant.merge(tree.meant(line.key()).orElse(line.key()), line, ConcernDesk::together));
        return meant.entrySet().stream()
                .map(one -> named(one.getKey(), one.getValue()))
                .sorted(RISING)
                .toList();
    }

    private static ConcernLine together(ConcernLine one, ConcernLine other) {
        return new ConcernLine(
                one.key(),
                one.name(),
                one.received() + other.received(),
                one.before() + other.before(),
                one.decided() + other.decided(),
                one.right() + other.right());
    }

    private static ConcernLine named(String key, ConcernLine line) {
        return new ConcernLine(key, key, line.received(), line.before(), line.decided(), line.right());
    }

    /** The cases behind a number, in the order they were received. */
    public Page<Oversight.Case> cases(
            ConcernSort sort,
            ConcernFigure figure,
            String key,
            OversightDesk.Scope scope,
            @Nullable String cursor,
            int limit) {
        return oversight.behindConcern(
                sort, figure, keys(sort, key, scope), scope.from(), scope.to(), scope.sight(), cursor, limit);
    }

    private List<String> keys(ConcernSort sort, String key, OversightDesk.Scope scope) {
        if (sort != ConcernSort.CATEGORY) return List.of(key);
        CategoryTree tree = categories.tree();
        Stream<String> words = oversight.concerns(sort, scope.from(), scope.to(), scope.sight()).stream()
                .map(ConcernLine::key);
        return words.filter(word -> tree.meant(word).orElse(word).equals(key)).toList();
    }
}
