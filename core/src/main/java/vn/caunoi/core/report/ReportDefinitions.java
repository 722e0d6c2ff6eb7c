package vn.caunoi.core.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What is to be reported, as dated editions that its users may replace. */
public final class ReportDefinitions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final List<ReportDefinition> editions;

    private record Written(List<ReportDefinition> editions) {}

    private ReportDefinitions(List<ReportDefinition> editions) {
        this.editions = editions.stream()
                .sorted(Comparator.comparing(ReportDefinition::from))
                .toList();
    }

    /** The definitions that the product ships. */
    public static ReportDefinitions shipped() {
        try (InputStream file = ReportDefinitions.class.getResourceAsStream("/reports/definitions.json")) {
            return read(Objects.requireNonNull(file, "reports/definitions.json is missing from the build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException for definitions that cannot be read, saying where and why */
    public static ReportDefinitions read(InputStream file) {
        try {
            List<ReportDefinition> editions =
                    JSON.readValue(file, Written.class).editions();
            if (editions == null || editions.isEmpty()) throw new IllegalArgumentException("there is no edition");
            return new ReportDefinitions(editions);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the definitions of reports cannot be read: " + e.getMessage(), e);
        }
    }

    /** These, and those editions of the others that are not among them. */
    public ReportDefinitions completedBy(ReportDefinitions others) {
        Stream<ReportDefinition> more =
                others.editions.stream().filter(one -> edition(one.edition()).isEmpty());
        return new ReportDefinitions(Stream.concat(editions.stream(), more).toList());
    }

    /** The first in force the first. */
    public List<ReportDefinition> all() {
        return editions;
    }

    public Optional<ReportDefinition> edition(String name) {
        return editions.stream().filter(one -> one.edition().equals(name)).findFirst();
    }

    /** What a period is reported by: the edition in force on its last day, the first one for what lies before all. */
    public ReportDefinition of(int year, Term term) {
        ReportDefinition found = editions.getFirst();
        for (ReportDefinition one : editions) {
            boolean inForce = one.period(year, term)
                    .filter(p -> !one.from().isAfter(p.last()))
                    .isPresent();
            if (inForce) found = one;
        }
        return found;
    }
}
