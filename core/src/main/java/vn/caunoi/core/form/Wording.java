package vn.caunoi.core.form;

import org.jspecify.annotations.Nullable;

/** The words that a form of a model brings itself, in the languages of the house; the other one where one is missing. */
public record Wording(@Nullable String vi, @Nullable String en) {

    /** @param language as in {@code Locale.getLanguage()} */
    public @Nullable String in(String language) {
        boolean english = language.equals("en");
        String first = english ? en : vi;
        String second = english ? vi : en;
        return isSaid(first) ? first : isSaid(second) ? second : null;
    }

    static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
