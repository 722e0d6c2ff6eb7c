package vn.caunoi.projections.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.category.CategoryWord;
import vn.caunoi.core.report.Counted;

/**
 * Which categories a way of counting means, by the tree as it is on a day.
 *
 * @param day the last of the period
 */
record Matters(CategoryTree tree, LocalDate day) {

    /** Each set must hold the category of what is counted; none when any category counts. */
    List<Set<String>> of(Counted way) {
        List<Set<String>> all = new ArrayList<>();
        if (!way.fields().isEmpty()) all.add(any(way.fields(), field -> tree.ofField(field, day)));
        if (!way.categories().isEmpty()) all.add(any(way.categories(), this::below));
        return all;
    }

    private static Set<String> any(List<String> words, Function<String, Set<String>> ids) {
        return words.stream().flatMap(word -> ids.apply(word).stream()).collect(Collectors.toSet());
    }

    private Set<String> below(String category) {
        return tree.meant(category).map(id -> tree.below(id, day)).orElse(Set.of(category));
    }

    /** For a category as cases have it: an id, or what was typed before there was a tree; null when none was told. */
    Predicate<@Nullable String> test(Counted way) {
        Predicate<@Nullable String> all = category -> true;
        for (Set<String> ids : of(way)) {
            Set<String> words = new HashSet<>(tree.words(ids));
            all = all.and(category -> category != null
                    && (ids.contains(category)
                            || !tree.ids().contains(category) && words.contains(CategoryWord.plain(category))));
        }
        return all;
    }
}
