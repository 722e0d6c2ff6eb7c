package vn.caunoi.processes.studio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.caunoi.core.petition.Facts;

/** The steps the law demands, as they stand in {@code law/steps.txt}; processes with keys of their own owe none. */
public final class LegalSteps {

    private static final String FILE = "/law/steps.txt";
    private static final int COLUMNS = 8;
    private static final List<LegalStep> ALL = read();

    private LegalSteps() {}

    public static List<LegalStep> all() {
        return ALL;
    }

    /** Of one process, in the order of a case; empty for a key of which the law knows nothing. */
    public static List<LegalStep> of(String process) {
        return ALL.stream().filter(step -> step.process().equals(process)).toList();
    }

    private static List<LegalStep> read() {
        try (InputStream file = LegalSteps.class.getResourceAsStream(FILE)) {
            if (file == null) throw new IllegalStateException(FILE + " is missing from the build");
            List<LegalStep> steps = new ArrayList<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> steps.add(step(line)));
            return List.copyOf(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LegalStep step(String line) {
        String[] cells = line.strip().split("\\s*\\|\\s*", -1);
        if (cells.length != COLUMNS) throw new IllegalStateException(FILE + ": " + line);
        return new LegalStep(
                cells[0],
                cells[1],
                cells[2].contains(":") ? words(cells[2]) : List.of(cells[2]),
                words(cells[3]),
                words(cells[4]),
                facts(cells[5]),
                cells[6],
                cells[7]);
    }

    private static List<String> words(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split(" "));
    }

    private static Map<String, Object> facts(String cell) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String word : words(cell)) {
            String[] said = word.split("=", 2);
            Object sample = Facts.none().asMap().get(said[0]);
            if (sample == null) throw new IllegalStateException(FILE + ": there is no fact " + word);
            facts.put(said[0], sample instanceof Boolean ? Boolean.valueOf(said[1]) : said[1]);
        }
        return facts;
    }
}
