package vn.caunoi.api.moving;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import vn.caunoi.api.sheet.Formulas;

/** All that is wrong with a file, as a CSV of its own: line, number, column, value, what is wrong. */
public final class ProblemList implements AutoCloseable {

    private final CSVPrinter list;
    private final ProblemWords words;
    private final Locale locale;

    public ProblemList(Path to, ProblemWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
        try {
            BufferedWriter text = Files.newBufferedWriter(to, StandardCharsets.UTF_8);
            text.write('\uFEFF');
            list = new CSVPrinter(text, CSVFormat.RFC4180);
            list.printRecord(List.of("line", "number", "column", "value", "problem"));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public void add(LineProblem problem) {
        try {
            list.printRecord(
                    problem.line(),
                    Formulas.harmless(Objects.requireNonNullElse(problem.number(), "")),
                    Formulas.harmless(problem.column()),
                    Formulas.harmless(Objects.requireNonNullElse(problem.value(), "")),
                    words.of(problem, locale));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public void close() {
        try {
            list.close();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
