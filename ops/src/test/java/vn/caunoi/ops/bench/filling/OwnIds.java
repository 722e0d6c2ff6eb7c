package vn.caunoi.ops.bench.filling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.clock.RisingId;
import vn.caunoi.ops.bench.WrongResult;

/**
 * What is a case's own, and what becomes of it in a copy. An id that follows from another (a task's, a key's) is found
 * out by trying and follows from the copy's in the same way.
 */
final class OwnIds {
    private static final int MOST_OCCURRENCES = 30;
    private static final Set<Integer> FOLLOWING = Set.of(5, 8);
    private static final long BETWEEN_COPIES = 1_000;

    private final List<String> texts;
    private final List<@Nullable Derived> derived;
    private final Pattern any;
    private final Pattern anyInBytes;

    /** @param of the id it follows from, by its number */
    private record Derived(int of, String name) {}

    /** @param said pairs of the record, among which names of processes and activities are sought */
    OwnIds(List<String> ids, List<String> words, Collection<String> said) {
        this.texts = new ArrayList<>(ids);
        texts.addAll(words);
        Map<String, Derived> followers = followers(ids, said);
        this.derived = new ArrayList<>();
        for (String text : texts) derived.add(followers.get(text));
        this.any = Pattern.compile(texts.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        this.anyInBytes = Pattern.compile(ids.stream().map(OwnIds::inBytes).collect(Collectors.joining("|")));
    }

    /** Finds any of them in a text, or in bytes that are written in hex. */
    Pattern pattern(boolean bytes) {
        return bytes ? anyInBytes : any;
    }

    int numberOf(String text) {
        for (int n = 0; n < texts.size(); n++)
            if (texts.get(n).equals(text) || inBytes(texts.get(n)).equals(text)) return n;
        return -1;
    }

    /** How an id stands among bytes. */
    static String inBytes(String id) {
        return id.replace("-", "");
    }

    /** All of copy {@code n}, by number. */
    byte[][] ofCopy(long n) {
        String[] copy = new String[texts.size()];
        for (int k = 0; k < copy.length; k++) if (derived.get(k) == null) copy[k] = copyOf(texts.get(k), n);
        byte[][] all = new byte[copy.length][];
        for (int k = 0; k < copy.length; k++) {
            Derived from = derived.get(k);
            String text = from == null ? copy[k] : derived(copy[from.of], from.name);
            all[k] = text.getBytes(StandardCharsets.UTF_8);
        }
        return all;
    }

    /** Nothing that follows from another may have been taken for an id of its own. */
    void check() {
        for (int k = 0; k < texts.size(); k++) {
            String text = texts.get(k);
            boolean follows = Cloning.ID.matcher(text).matches()
                    && FOLLOWING.contains(UUID.fromString(text).version());
            WrongResult.unless(!follows || derived.get(k) != null, "it is not known what " + text + " follows from");
        }
    }

    private static String copyOf(String text, long n) {
        if (Cloning.ID.matcher(text).matches()) return random(text, n);
        return HexFormat.of()
                .formatHex(digest("MD5", (text + n).getBytes(StandardCharsets.UTF_8)), 0, 8)
                .toUpperCase(Locale.ROOT);
    }

    static String random(String id, long n) {
        byte[] digest = digest("MD5", (id + n).getBytes(StandardCharsets.UTF_8));
        digest[6] = (byte) (digest[6] & 0x0f | 0x40);
        digest[8] = (byte) (digest[8] & 0x3f | 0x80);
        UUID copy = UUID.fromString(uuid(digest));
        // a case that rises has copies from before it, a second apart
        return RisingId.in(id)
                .map(of -> RisingId.at(RisingId.millis(of) - n * BETWEEN_COPIES, copy))
                .orElse(copy)
                .toString();
    }

    /** What can follow from the ids of a case, with what it follows from. */
    private static Map<String, Derived> followers(List<String> ids, Collection<String> said) {
        Set<String> names = values(said, "[^\"]*");
        Set<String> processes = values(said, "process");
        Map<String, Derived> all = new HashMap<>();
        for (int of = 0; of < ids.size(); of++) {
            if (FOLLOWING.contains(UUID.fromString(ids.get(of)).version())) continue;
            for (String process : processes)
                for (String activity : names)
                    for (int occurrence = 1; occurrence <= MOST_OCCURRENCES; occurrence++) {
                        String step = process + "/" + activity + "/" + occurrence;
                        all.put(derived(ids.get(of), step), new Derived(of, step));
                    }
        }
        all.keySet().retainAll(ids);
        return all;
    }

    /** What the record says of such a thing: {@code "process":"complaint"}. */
    private static Set<String> values(Collection<String> said, String thing) {
        Pattern pair = Pattern.compile("\"" + thing + "\":\"([a-z][a-z0-9-]*)\"");
        return said.stream()
                .map(pair::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String derived(String space, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        UUID in = UUID.fromString(space);
        byte[] hash = digest(
                "SHA-1",
                ByteBuffer.allocate(16 + text.length)
                        .putLong(in.getMostSignificantBits())
                        .putLong(in.getLeastSignificantBits())
                        .put(text)
                        .array());
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        return RisingId.following(in, UUID.fromString(uuid(hash))).toString();
    }

    private static String uuid(byte[] bytes) {
        ByteBuffer of = ByteBuffer.wrap(bytes);
        return new UUID(of.getLong(), of.getLong()).toString();
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java knows " + algorithm, every);
        }
    }
}
