package vn.caunoi.api.web;

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
