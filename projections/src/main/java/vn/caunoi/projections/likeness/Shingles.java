package vn.caunoi.projections.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.projections.PlainText;

/**
 * What a text says, in a few numbers: texts that have much in common share some of them, others none. Words in a row are
 * hashed in several ways, the least of each way is kept, and two ways make a band (MinHash); of texts that share half of
 * their rows of words four in five share a band, of those that share a tenth one in twenty.
 */
final class Shingles {
    static final int BANDS = 6;
    private static final int WAYS = 2 * BANDS;
    private static final int ROW = 3;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 2_000;

    private Shingles() {}

    /** Bands of the text; none of one with too few words to tell anything. */
    static List<String> bands(@Nullable String subject, @Nullable String content) {
        String text = PlainText.of((subject == null ? "" : subject) + " " + (content == null ? "" : content));
        String[] words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toArray(String[]::new);
        if (words.length < FEWEST_WORDS) return List.of();
        long[] least = least(words);
        List<String> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) bands.add(band + " " + least[2 * band] + " " + least[2 * band + 1]);
        return bands;
    }

    private static long[] least(String[] words) {
        long[] least = new long[WAYS];
        Arrays.fill(least, Long.MAX_VALUE);
        int last = Math.max(0, words.length - ROW);
        for (int at = 0; at <= last; at++) {
            long row = hash(words, at, Math.min(words.length, at + ROW));
            for (int way = 0; way < WAYS; way++) least[way] = Math.min(least[way], mixed(row, way));
        }
        return least;
    }

    private static long hash(String[] words, int from, int to) {
        long hash = 0xcbf29ce484222325L;
        for (int word = from; word < to; word++) {
            for (int i = 0; i < words[word].length(); i++) hash = (hash ^ words[word].charAt(i)) * 0x100000001b3L;
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        return hash;
    }

    /** Another order of all numbers for each way. */
    private static long mixed(long row, int way) {
        long mixed = row + (way + 1) * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
