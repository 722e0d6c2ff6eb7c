package vn.caunoi.api.redaction;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text with words blacked out wherever they stand. Several words together are found in any case, without marks and over the
 * end of a line; a single one as it is written, for it could be another word; a number with whatever parts its digits.
 */
public final class Blackening {

    /** As long for one letter as for a name: how long it was would tell. */
    public static final String BLACK = "█████";

    private static final String NOT_WITHIN = "(?<![\\p{L}\\p{N}])";
    private static final String NOT_ON = "(?![\\p{L}\\p{N}])";
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d .()/-]*\\d");
    private static final int DIGITS_OF_A_NUMBER = 6;

    /** A part of the text, and whether nobody is to read it. */
    public record Piece(String text, boolean black) {}

    private final String text;
    private final BitSet black = new BitSet();

    public Blackening(String text, Collection<String> words) {
        this.text = Normalizer.normalize(text, Normalizer.Form.NFC);
        String folded = folded(this.text);
        for (String one : words) blackOut(Normalizer.normalize(one.strip(), Normalizer.Form.NFC), folded);
    }

    private void blackOut(String words, String folded) {
        if (words.isEmpty()) return;
        boolean exact = !NUMBER.matcher(words).matches() && words.split("\\s+").length == 1;
        Matcher found = exact
                ? Pattern.compile(NOT_WITHIN + Pattern.quote(words) + NOT_ON).matcher(text)
                : pattern(words).matcher(folded);
        while (found.find()) black.set(found.start(), found.end());
    }

    private static Pattern pattern(String words) {
        String digits = words.replaceAll("\\D", "");
        boolean isNumber = NUMBER.matcher(words).matches() && digits.length() >= DIGITS_OF_A_NUMBER;
        String inside = isNumber
                ? Stream.of(digits.split("")).collect(Collectors.joining("[ .()/\\u00a0-]{0,2}"))
                : Arrays.stream(folded(words).split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[\\s\\u00a0]+"));
        return Pattern.compile(NOT_WITHIN + inside + NOT_ON);
    }

    /** Small letters without marks, each where it was. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) folded.append(folded(text.charAt(at)));
        return folded.toString();
    }

    private static char folded(char letter) {
        if (letter == 'đ' || letter == 'Đ') return 'd';
        String apart = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        String small = apart.substring(0, 1).toLowerCase(Locale.ROOT);
        return small.length() == 1 ? small.charAt(0) : letter;
    }

    public boolean isAnythingBlack() {
        return !black.isEmpty();
    }

    /** The whole of it, in order. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            boolean isBlack = black.get(at);
            int next = isBlack ? black.nextClearBit(at) : black.nextSetBit(at);
            int end = next < 0 ? text.length() : Math.min(next, text.length());
            pieces.add(new Piece(text.substring(at, end), isBlack));
            at = end;
        }
        return pieces;
    }

    /** As everybody may read it. */
    public String readable() {
        return pieces().stream()
                .map(piece -> piece.black() ? BLACK : piece.text())
                .collect(Collectors.joining());
    }
}
