package vn.caunoi.projections;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.caunoi.core.category.CategoryTree;

/**
 * The condition that a row is about one of some categories: by their ids, which is what most rows have, else by what was
 * typed before there was a tree, without marks and in any case.
 */
public record CategorySql(String condition, Map<String, String[]> params) {

    /** @param column with the category, {@code prefix} of the parameters */
    public static CategorySql of(String column, Collection<String> ids, CategoryTree tree, String prefix) {
        Map<String, String[]> params = new LinkedHashMap<>();
        params.put(prefix + "_ids", ids.toArray(String[]::new));
        params.put(prefix + "_known", tree.ids().toArray(String[]::new));
        params.put(prefix + "_words", tree.words(ids).toArray(String[]::new));
        String condition =
                "(%1$s = any(:%2$s_ids) or (%1$s <> all(:%2$s_known) and views.plain_word(%1$s) = any(:%2$s_words)))"
                        .formatted(column, prefix);
        return new CategorySql(condition, params);
    }
}
