package vn.caunoi.core.category;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A category as it is compared with what people type: small letters without marks, one blank between words. */
public final class CategoryWord {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private CategoryWord() {}

    /** {@code Đất  đai} and {@code dat dai} are the same. */
    public static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(bare.strip())
                .replaceAll(" ")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
