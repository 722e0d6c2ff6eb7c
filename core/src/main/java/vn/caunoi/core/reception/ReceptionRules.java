package vn.caunoi.core.reception;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of the law on reception and dialogue with the people, as dated rows that its users may replace. */
public final class ReceptionRules {

    private static final String HEADER = "id,what,whose,amount,per,source,confidence,from,to";

    private final List<ReceptionRule> rows;

    private ReceptionRules(List<ReceptionRule> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that the product ships. */
    public static ReceptionRules shipped() {
        try (InputStream table = ReceptionRules.class.getResourceAsStream("/reception/rules.csv")) {
            return read(Objects.requireNonNull(table, "reception/rules.csv is missing from the build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for a table that cannot be read, naming the line */
    public static ReceptionRules read(InputStream table) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8));
        List<String> lines = reader.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !HEADER.equals(lines.getFirst())) {
            throw new IllegalArgumentException("the rules of reception begin with the line " + HEADER);
        }
        return new ReceptionRules(lines.subList(1, lines.size()).stream()
                .map(ReceptionRule::parse)
                .toList());
    }

    public List<ReceptionRule> rows() {
        return rows;
    }

    /** The row in force on that day, if there is one. */
    public @Nullable ReceptionRule find(String what, String whose, LocalDate on) {
        return rows.stream()
                .filter(row -> row.what().equals(what) && row.whose().equals(whose) && row.appliesOn(on))
                .findFirst()
                .orElse(null);
    }

    /** @throws NoSuchElementException when no row is in force on that day */
    public ReceptionRule require(String what, String whose, LocalDate on) {
        ReceptionRule found = find(what, whose, on);
        if (found == null) throw new NoSuchElementException("no rule of " + what + " for " + whose + " on " + on);
        return found;
    }

    public CrowdRule crowdOn(LocalDate day) {
        Map<Integer, Integer> most = new TreeMap<>();
        rows.stream()
                .filter(row -> row.what().equals("representatives") && row.appliesOn(day))
                .forEach(row -> most.put(Integer.parseInt(row.whose()), row.amount()));
        return new CrowdRule(require("crowd", "visit", day).amount(), most);
    }
}
