package vn.caunoi.ops.bench.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What our side was at, in words for people: each sample counts once, by the innermost frame that says something. */
final class Shares {
    private static final String REST = "the rest of Java";

    /** By the beginning of a frame; those that lie within others come first. */
    private static final Map<String, String> WHAT = new LinkedHashMap<>();

    static {
        WHAT.put("org.postgresql.", "the database's driver: binding, sending, reading answers");
        WHAT.put("com.zaxxer.", "the pool of connections");
        WHAT.put("tools.jackson.", "JSON");
        WHAT.put("com.fasterxml.", "JSON");
        WHAT.put("vn.caunoi.core.vault.", "sealing and opening");
        WHAT.put("com.sun.crypto.", "sealing and opening");
        WHAT.put("javax.crypto.", "sealing and opening");
        WHAT.put("sun.security.provider.", "hashing and random ids");
        WHAT.put("java.security.", "hashing and random ids");
        WHAT.put("io.micrometer.", "meters");
        WHAT.put("org.camunda.", "the process engine");
        WHAT.put("vn.caunoi.processes.engine.", "the process engine");
        WHAT.put("vn.caunoi.processes.", "the driver");
        WHAT.put("vn.caunoi.projections.", "read models");
        WHAT.put("vn.caunoi.core.ledger.", "the ledger");
        WHAT.put("vn.caunoi.core.", "the aggregate and its rules");
        WHAT.put("vn.caunoi.ops.bench.", "the suite itself");
        WHAT.put("vn.caunoi.", "the rest of the program");
        WHAT.put("org.axonframework.", "Axon: messages, units of work, interceptors");
        WHAT.put("org.springframework.", "Spring: transactions, statements, proxies");
    }

    private final Stacks stacks;

    Shares(Stacks stacks) {
        Map<List<String>, Integer> ours = new LinkedHashMap<>();
        stacks.counts().forEach((frames, n) -> {
            if (isOurs(frames)) ours.put(frames, n);
        });
        this.stacks = new Stacks(ours);
    }

    /** The peer has the same threads as our people, and an engine that nothing of ours drives. */
    private static boolean isOurs(List<String> frames) {
        boolean peers = has(frames, "org.camunda.") && !has(frames, "vn.caunoi.processes.");
        return !peers && (has(frames, "vn.caunoi.") || has(frames, "org.axonframework."));
    }

    private static boolean has(List<String> frames, String beginning) {
        return frames.stream().anyMatch(frame -> frame.startsWith(beginning));
    }

    String text() {
        Map<String, Integer> sums = new TreeMap<>();
        stacks.counts().forEach((frames, n) -> sums.merge(outline(frames).getLast(), n, Integer::sum));
        StringBuilder text =
                new StringBuilder("\nours, by what (%d samples, each counted once)\n".formatted(stacks.total()));
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(of ->
                        text.append("%6.1f %%  %s%n".formatted(100.0 * of.getValue() / stacks.total(), of.getKey())));
        return text.toString();
    }

    /** Stacks of a handful of words, for a picture that can be taken in at one look. */
    Stacks outlines() {
        Map<List<String>, Integer> counts = new TreeMap<>(Comparator.comparing(Object::toString));
        stacks.counts().forEach((frames, n) -> counts.merge(outline(frames), n, Integer::sum));
        return new Stacks(counts);
    }

    /** Each thing once, where it was entered first; what the sample lies in is the last. */
    private static List<String> outline(List<String> frames) {
        Set<String> words = new LinkedHashSet<>();
        String last = REST;
        for (String frame : frames.subList(1, frames.size())) {
            String word = what(frame);
            if (word == null) continue;
            words.add(word);
            last = word;
        }
        words.remove(last);
        List<String> outline = new ArrayList<>(List.of("thread " + frames.getFirst()));
        outline.addAll(words);
        outline.add(last);
        return outline;
    }

    private static @Nullable String what(String frame) {
        return WHAT.entrySet().stream()
                .filter(one -> frame.startsWith(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
