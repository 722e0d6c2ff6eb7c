package vn.caunoi.core.dossier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import vn.caunoi.core.petition.ClosingGround;

/** How long dossiers are kept, as dated rows that an authority may replace (TT 01/2025/TT-TTCP, TT 05/2021/TT-TTCP). */
public final class RetentionRules {

    private static final String HEADER = "id,grounds,years,source,confidence,from,to";

    private final List<Retention> rows;

    private RetentionRules(List<Retention> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that the product ships. */
    public static RetentionRules shipped() {
        try (InputStream table = RetentionRules.class.getResourceAsStream("/dossier/retention.csv")) {
            return read(Objects.requireNonNull(table, "dossier/retention.csv is missing from the build"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException for a table that cannot be read, naming the line */
    public static RetentionRules read(InputStream table) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
        List<String> lines = reader.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !HEADER.equals(lines.getFirst()))
            throw new IllegalArgumentException("storage times begin with the line " + HEADER);
        return new RetentionRules(
                lines.subList(1, lines.size()).stream().map(Retention::parse).toList());
    }

    public List<Retention> rows() {
        return rows;
    }

    /**
     * The row for a case that was closed so.
     *
     * @throws NoSuchElementException when the table has none
     */
    public Retention of(ClosingGround ground, LocalDate closedOn) {
        return rows.stream()
                .filter(row -> row.isFor(ground, closedOn))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no storage time for " + ground + " on " + closedOn));
    }
}
