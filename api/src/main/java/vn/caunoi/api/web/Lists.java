package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.projections.Cursor;

/** What lists have in common: an empty input of a filter leaves open, and a place in a list that is none is not there. */
final class Lists {

    private Lists() {}

    static @Nullable String blankToNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The same, refused when no database could look for it. */
    static @Nullable String text(String name, @Nullable String typed) {
        return Asked.text(name, typed);
    }

    static @Nullable String cursor(@Nullable String given) {
        String cursor = blankToNull(given);
        if (cursor == null) return null;
        try {
            Cursor.parse(cursor);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
        return cursor;
    }

    /** A parameter of an address, unless nothing was asked for. */
    static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) address.queryParam(name, value);
    }

    /**
     * One page of a list that is whole in memory, with the ways on and back as {@code parts :: pages} shows them. Where somebody left
     * off may be past the end by now: then the last page.
     *
     * @param here address of the list without a place in it
     * @param page from 0
     */
    static <T> void slice(
            Map<String, Object> model, String name, List<T> all, UriComponentsBuilder here, int page, int rows) {
        int at = Math.clamp(page, 0, Math.max(0, (all.size() - 1) / rows));
        int end = Math.min(all.size(), (at + 1) * rows);
        boolean more = end < all.size();
        model.put(name, all.subList(at * rows, end));
        model.put("more", more ? "more" : null);
        model.put("next", more ? here.cloneBuilder().queryParam("page", at + 1).toUriString() : null);
        model.put("first", at == 0 ? null : here.toUriString());
    }

    /**
     * The ways of a list to its next page and back to its first, as {@code parts :: pages} shows them.
     *
     * @param here address of the list without a place in it
     * @param cursor where this page begins; null for the first
     * @param next null where nothing follows
     */
    static void ways(Model model, UriComponentsBuilder here, @Nullable String cursor, @Nullable String next) {
        String first = here.toUriString();
        model.addAttribute("first", cursor == null ? null : first);
        model.addAttribute(
                "next",
                next == null
                        ? null
                        : here.cloneBuilder().queryParam("cursor", next).toUriString());
    }
}
