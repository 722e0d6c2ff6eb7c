package vn.caunoi.projections;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.caunoi.core.vault.Vault;

/**
 * Keys of words, under the vault's master key: the same word has the same key whatever its marks and letters, and nothing
 * but that can be told from one. What is found by them leaves no clear text behind.
 */
@Component
public final class WordKeys {

    /** Whose words: what is sealed is found only by those who may know who wrote. */
    public enum Of {
        TEXT,
        NAME,
        SEALED_TEXT,
        SEALED_NAME;

        public Of sealed() {
            return this == TEXT ? SEALED_TEXT : SEALED_NAME;
        }
    }

    /** In every text, so that they tell nothing; without marks. */
    private static final Set<String> EVERYWHERE = Set.of(
            "va", "cua", "la", "co", "khong", "duoc", "cho", "cac", "nhung", "mot", "toi", "voi", "trong", "da", "de",
            "thi", "nay", "khi", "ve", "ra", "vi", "tu", "bi", "se", "o", "rang");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Digits with what people write between them. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}])\\+?\\d[\\d .()-]{6,20}\\d(?![\\p{L}\\p{N}])");

    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final int FEWEST_DIGITS = 9;
    private static final int MOST_DIGITS = 12;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST = 60;
    /** Words of a language are few; names and numbers are not worth keeping in memory. */
    private static final int REMEMBERED = 20_000;

    private static final int USUAL_LENGTH = 7;

    private final ToLongFunction<String> hash;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    @Autowired
    WordKeys(Vault vault) {
        this(text -> Long.parseUnsignedLong(vault.blindIndex(text).substring(0, 16), 16));
    }

    /** With another hash than the vault's. */
    public WordKeys(ToLongFunction<String> hash) {
        this.hash = hash;
    }

    public long of(Of of, String word) {
        String text = "search " + of + " is " + word;
        if (of != Of.TEXT || word.length() > USUAL_LENGTH || word.chars().anyMatch(Character::isDigit))
            return hash.applyAsLong(text);
        if (known.size() > REMEMBERED) known.clear();
        return known.computeIfAbsent(text, hash::applyAsLong);
    }

    /** All words of a text, each once; numbers also as they are dialled. */
    public static Set<String> words(String text) {
        String plain = PlainText.of(text);
        Set<String> words = new LinkedHashSet<>(cut(plain));
        words.addAll(cut(joined(plain)));
        return words;
    }

    /** The words of a long text that tell something. */
    public static Set<String> tellingWords(String text) {
        Set<String> words = words(text);
        words.removeAll(EVERYWHERE);
        return words;
    }

    /** What somebody looks for: a number is one word however it is written, and what every text has is left out. */
    public static List<String> asked(String typed) {
        List<String> words = cut(joined(PlainText.of(typed)));
        List<String> telling =
                words.stream().filter(word -> !EVERYWHERE.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    /** The word and how it begins, so that it is found before it is typed to its end. */
    public static Stream<String> beginnings(String word) {
        List<String> all = new ArrayList<>();
        for (int length = Math.min(SHORTEST_BEGINNING, word.length()); length < word.length(); length++)
            all.add(word.substring(0, length));
        all.add(word);
        return all.stream();
    }

    private static List<String> cut(String plain) {
        return WORD.matcher(plain)
                .results()
                .map(found -> found.group())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .toList();
    }

    private static String joined(String plain) {
        return NUMBER.matcher(plain).replaceAll(found -> Matcher.quoteReplacement(dialled(found.group())));
    }

    private static String dialled(String written) {
        String digits = NOT_DIGITS.matcher(written).replaceAll("");
        boolean abroad = digits.startsWith("84") && digits.length() > FEWEST_DIGITS;
        String number = abroad ? "0" + digits.substring(2) : digits;
        boolean oneNumber =
                number.startsWith("0") && number.length() >= FEWEST_DIGITS && number.length() <= MOST_DIGITS;
        return oneNumber ? " " + number + " " : written;
    }
}
