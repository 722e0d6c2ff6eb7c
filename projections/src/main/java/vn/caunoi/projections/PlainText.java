package vn.caunoi.projections;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: small letters without marks. */
public final class PlainText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private PlainText() {}

    /** Whatever the input's normal form: {@code Đường} and {@code duong} are the same. */
    public static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
    }
}
