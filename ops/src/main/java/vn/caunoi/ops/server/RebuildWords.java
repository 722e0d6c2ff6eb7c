package vn.caunoi.ops.server;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.caunoi.projections.Rebuild;

/** What the command line says of a rebuild. */
final class RebuildWords {
    private static final int BAR = 30;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private RebuildWords() {}

    static String bar(Rebuild.Progress progress) {
        String left = progress.left()
                .map(time -> ", " + Math.max(1, time.toSeconds()) + " s left")
                .orElse("");
        return bar(progress.name(), progress.done(), progress.total(), progress.elapsed()) + " " + step(progress.step())
                + left;
    }

    private static String step(Rebuild.Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String bar(String name, long done, long total, Duration elapsed) {
        double share = total == 0 ? 1 : Math.min(1, (double) done / total);
        int full = (int) (share * BAR);
        return "%-9s [%s%s] %3.0f %% of %,d events, %d s,"
                .formatted(name, "#".repeat(full), ".".repeat(BAR - full), share * 100, total, elapsed.toSeconds());
    }

    static List<String> told(String name, Rebuild.Outcome outcome) {
        List<String> lines = new ArrayList<>();
        outcome.differences().ifPresent(all -> differences(name, all, lines));
        Rebuild.Progress end = outcome.end();
        String took = "%,d events in %.1f s, %,.0f a second"
                .formatted(end.done(), end.elapsed().toMillis() / 1e3, end.rate());
        if (!outcome.replaced()) {
            lines.add("%s was built from %s, and dropped: what was in use stays in use".formatted(name, took));
            return lines;
        }
        lines.add("%s is rebuilt: %s".formatted(name, took));
        if (outcome.keptBytes() > 0)
            lines.add("the former one is kept, %s: --roll-back goes back to it, --forget drops it"
                    .formatted(size(outcome.keptBytes())));
        return lines;
    }

    private static void differences(String name, List<Rebuild.Difference> all, List<String> lines) {
        if (all.isEmpty()) lines.add("the new %s and the one in use are the same".formatted(name));
        for (Rebuild.Difference table : all) {
            lines.add("differs: %s, %,d rows in use, %,d in the new one"
                    .formatted(table.table(), table.live(), table.built()));
            table.rows().forEach(row -> lines.add("  " + row));
        }
    }

    static String kept(Rebuild.Kept kept) {
        return "kept: %s as it was replaced at %s, %s"
                .formatted(kept.name(), MOMENT.format(kept.since()), size(kept.bytes()));
    }

    static String size(long bytes) {
        return bytes < 1_000_000 ? "%,d kB".formatted(bytes / 1_000) : "%,d MB".formatted(bytes / 1_000_000);
    }
}
