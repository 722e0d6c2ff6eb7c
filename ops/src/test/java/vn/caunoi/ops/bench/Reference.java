package vn.caunoi.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A run in short, to be kept with the sources: {@code reference.json}, a table for people and the charts. */
final class Reference {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Result result;

    Reference(Result result) {
        this.result = result;
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("reference.json"), json());
            StringBuilder page = new StringBuilder(table());
            int n = 0;
            for (Result.Ran ran : result.rows())
                for (var chart : ran.curves().entrySet()) {
                    String name = "chart-" + ++n + ".svg";
                    Files.writeString(folder.resolve(name), new Chart(chart.getValue()).file() + "\n");
                    page.append("\n### %s\n\n![%s](%s)\n".formatted(chart.getKey(), chart.getKey(), name));
                }
            Files.writeString(folder.resolve("reference.md"), page.append(remarks()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line a measure, so that two runs can be compared by their difference. */
    private String json() {
        List<String> lines = new ArrayList<>();
        for (Result.Ran ran : result.rows())
            for (Figures of : ran.figures())
                lines.add("    " + JSON.writeValueAsString(Report.figures(of, result.size())));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("machine", result.machine());
        head.put("size", result.size());
        head.put("seconds", result.took().toSeconds());
        head.put("wrong", result.wrong());
        String open = JSON.writeValueAsString(head);
        return open.substring(0, open.length() - 1) + ",\n  \"measures\": [\n" + String.join(",\n", lines) + "\n  ]}\n";
    }

    private String table() {
        StringBuilder page = new StringBuilder("# A run of the suite, kept\n\n");
        page.append("Written by `./bench --reference`; what the rows mean: [performance](../performance.md).\n\n");
        page.append(Machine.line(result.machine()))
                .append("; size %s, %d min.%n%n"
                        .formatted(
                                result.size().name().toLowerCase(java.util.Locale.ROOT),
                                result.took().toMinutes()));
        page.append(
                "| row | measure | ours | peer | | ratio | range | goal | |\n|---|---|--:|--:|---|--:|---|---|---|\n");
        for (Result.Ran ran : result.rows()) for (Figures of : ran.figures()) page.append(line(of));
        result.wrong().forEach((row, what) -> page.append("\nRow %s is WRONG: %s%n".formatted(row, what)));
        return page.toString();
    }

    private String line(Figures of) {
        return "| %s | %s | %s | %s | %s | %s | %s–%s | %s | %s |%n"
                .formatted(
                        of.measure().id(),
                        of.measure().name(),
                        Goal.plain(of.ourMedian()),
                        Goal.plain(of.peerMedian()),
                        of.measure().unit(),
                        Goal.plain(of.ratio()),
                        Goal.plain(of.lowest()),
                        Goal.plain(of.highest()),
                        of.measure().goal(),
                        of.verdict(result.size()));
    }

    private String remarks() {
        StringBuilder text = new StringBuilder("\n## How the rows ran\n\n");
        for (Result.Ran ran : result.rows()) {
            text.append("- %s (%d s)".formatted(ran.row().id(), ran.took().toSeconds()));
            String said = String.join(
                    "; ",
                    ran.remarks().entrySet().stream()
                            .map(of -> of.getKey() + ": " + of.getValue())
                            .toList());
            text.append(said.isEmpty() ? "\n" : ": " + said + "\n");
        }
        text.append("\n## Machine and settings\n\n| | |\n|---|---|\n");
        result.machine().forEach((name, value) -> text.append("| %s | %s |%n".formatted(name, value)));
        return text.toString();
    }
}
