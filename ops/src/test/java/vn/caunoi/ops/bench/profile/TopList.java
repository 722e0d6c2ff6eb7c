package vn.caunoi.ops.bench.profile;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Shares of the samples: by kind of thread, by what was at work anywhere in the stack, by the innermost method. */
final class TopList {
    private static final int MOST = 40;
    private static final int PARTS_OF_A_LIBRARY = 3;
    private static final int PARTS_OF_OURS = 5;

    private final Stacks stacks;

    TopList(Stacks stacks) {
        this.stacks = stacks;
    }

    String text() {
        return "%d samples\n".formatted(stacks.total())
                + new Shares(stacks).text()
                + part("by kind of thread", frames -> List.of(frames.getFirst()))
                + part("by package, anywhere in the stack (shares overlap)", TopList::packages)
                + part("by our innermost method", TopList::ours)
                + part("by innermost method", frames -> List.of(frames.getLast()));
    }

    private String part(String title, Function<List<String>, Collection<String>> keys) {
        Map<String, Integer> sums = new TreeMap<>();
        stacks.counts().forEach((frames, n) -> keys.apply(frames).forEach(key -> sums.merge(key, n, Integer::sum)));
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .forEach(of ->
                        text.append("%6.1f %%  %s%n".formatted(100.0 * of.getValue() / stacks.total(), of.getKey())));
        return text.toString();
    }

    private static Collection<String> packages(List<String> frames) {
        Collection<String> found = new LinkedHashSet<>();
        for (String frame : frames.subList(1, frames.size())) {
            String[] parts = frame.split("[.]");
            int most = frame.startsWith("vn.caunoi.") ? PARTS_OF_OURS : PARTS_OF_A_LIBRARY;
            found.add(String.join(".", List.of(parts).subList(0, Math.min(most, parts.length - 1))));
        }
        return found;
    }

    private static Collection<String> ours(List<String> frames) {
        return frames.reversed().stream()
                .filter(frame -> frame.startsWith("vn.caunoi."))
                .limit(1)
                .toList();
    }
}
