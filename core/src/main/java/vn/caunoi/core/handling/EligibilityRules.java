package vn.caunoi.core.handling;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.caunoi.core.petition.Kind;

/** The conditions a petition must meet to be processed, as dated rows that its users may replace (TT 05/2021 Đ6.2.a). */
public final class EligibilityRules {

    private static final String HEADER = "id,check,kind,of,source,confidence,from,to";

    private final List<EligibilityRule> rows;

    private EligibilityRules(List<EligibilityRule> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that the product ships. */
    public static EligibilityRules shipped() {
        try (InputStream table = EligibilityRules.class.getResourceAsStream("/handling/eligibility.csv")) {
            return read(Objects.requireNonNull(table, "handling/eligibility.csv is missing from the build"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException for a table that cannot be read, naming the line */
    public static EligibilityRules read(InputStream table) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
        List<String> lines = reader.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !HEADER.equals(lines.getFirst())) {
            throw new IllegalArgumentException("the conditions of petitions begin with the line " + HEADER);
        }
        return new EligibilityRules(lines.subList(1, lines.size()).stream()
                .map(EligibilityRule::parse)
                .toList());
    }

    public List<EligibilityRule> rows() {
        return rows;
    }

    /**
     * What a petition must meet on that day.
     *
     * @param many whether so many complain that the law wants representatives
     * @param proxy whether a proxy acts for somebody
     */
    public Set<Check> required(Kind kind, boolean many, boolean proxy, LocalDate on) {
        Set<Check> required = EnumSet.noneOf(Check.class);
        rows.stream().filter(row -> row.isAskedOf(kind, many, proxy, on)).forEach(row -> required.add(row.check()));
        return required;
    }
}
