package vn.caunoi.api.text;

import java.text.Normalizer;
import java.util.List;

/**
 * The composed form (NFC) of text. Keyboards and systems write the same Vietnamese letter in one sign or in up to three;
 * kept is one.
 */
public final class Composed {

    private Composed() {}

    public static String of(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    public static List<String> of(List<String> texts) {
        return texts.stream().map(Composed::of).toList();
    }

    static String[] of(String[] texts) {
        String[] composed = new String[texts.length];
        for (int n = 0; n < texts.length; n++) composed[n] = of(texts[n]);
        return composed;
    }
}
