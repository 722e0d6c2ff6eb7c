package vn.caunoi.ops.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a result as JSON for programs and as a page for people. */
final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Result result;

    Report(Result result) {
        this.result = result;
    }

    void write(Path folder) {
        String name = String.valueOf(result.machine().get("at")).replace(":", "");
        try {
            Files.createDirectories(folder);
            String json = JSON.writeValueAsString(content());
            String page = new ReportPage(result).html();
            Files.writeString(folder.resolve(name + ".json"), json);
            Files.writeString(folder.resolve(name + ".html"), page);
            Files.writeString(folder.resolve("latest.json"), json);
            Files.writeString(folder.resolve("latest.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> content() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", result.machine());
        all.put("size", result.size());
        all.put("seconds", result.took().toSeconds());
        all.put("wrong", result.wrong());
        all.put("rows", result.rows().stream().map(this::row).toList());
        return all;
    }

    private Map<String, Object> row(Result.Ran ran) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", ran.row().id());
        row.put("name", ran.row().name());
        row.put("seconds", ran.took().toMillis() / 1e3);
        row.put("remarks", ran.remarks());
        row.put(
                "measures",
                ran.figures().stream().map(of -> figures(of, result.size())).toList());
        row.put("curves", ran.curves());
        return row;
    }

    static Map<String, Object> figures(Figures figures, Size size) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("row", figures.measure().id());
        all.put("name", figures.measure().name());
        all.put("unit", figures.measure().unit());
        all.put("ours", figures.ours());
        all.put("peer", figures.peers().stream().map(Report::orNull).toList());
        all.put("ratio", orNull(figures.ratio()));
        all.put("range", List.of(orNull(figures.lowest()), orNull(figures.highest())));
        all.put("goal", figures.measure().goal().toString());
        all.put("stretch", orNull(figures.measure().goal().stretch()));
        all.put("verdict", figures.verdict(size));
        return all;
    }

    private static Object orNull(double value) {
        return Double.isFinite(value) ? value : "none";
    }
}
