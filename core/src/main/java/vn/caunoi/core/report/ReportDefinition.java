package vn.caunoi.core.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a circular wants to be reported, in one edition.
 *
 * @param edition permanent name
 * @param from first day it is in force
 * @param source law; {@code mark} how sure the terms are
 */
public record ReportDefinition(
        String edition, LocalDate from, String source, String mark, List<Cutoff> terms, List<ReportTable> tables) {
    public ReportDefinition {
        Objects.requireNonNull(edition, "an edition has a name");
        terms = List.copyOf(Objects.requireNonNull(terms, "an edition has terms"));
        Objects.requireNonNull(from, "an edition has a first day");
        tables = List.copyOf(Objects.requireNonNull(tables, "an edition has tables"));
    }

    public Optional<ReportTable> table(String id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    public Optional<ReportPeriod> period(int year, Term term) {
        return terms.stream()
                .filter(cutoff -> cutoff.term() == term)
                .findFirst()
                .map(cutoff -> cutoff.of(year));
    }

    /** All terms of a year, in the order they end. */
    public List<ReportPeriod> periods(int year) {
        return terms.stream().map(cutoff -> cutoff.of(year)).toList();
    }
}
