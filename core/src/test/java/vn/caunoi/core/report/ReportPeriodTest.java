package vn.caunoi.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms of TT 01/2024/TT-TTCP, which begin and end in the middle of a month. */
class ReportPeriodTest {

    private static final ReportDefinitions SHIPPED = ReportDefinitions.shipped();

    @ParameterizedTest
    @CsvSource({
        "2026, Q1,          2025-12-15, 2026-03-14, false",
        "2026, Q2,          2026-03-15, 2026-06-14, true",
        "2026, HALF,        2025-12-15, 2026-06-14, false",
        "2026, Q3,          2026-06-15, 2026-09-14, true",
        "2026, NINE_MONTHS, 2025-12-15, 2026-09-14, false",
        "2026, Q4,          2026-09-15, 2026-12-14, true",
        "2026, YEAR,        2025-12-15, 2026-12-14, false",
        "2024, Q1,          2023-12-15, 2024-03-14, false"
    })
    void a_term_has_the_days_of_the_circular(int year, Term term, LocalDate from, LocalDate last, boolean tablesOnly) {
        assertThat(period(year, term)).isEqualTo(new ReportPeriod(year, term, from, last, tablesOnly));
    }

    @Property
    void quarters_follow_each_other_without_gap_and_make_up_the_longer_terms(
            @ForAll @IntRange(min = 2000, max = 2199) int year) {
        List<Term> quarters = List.of(Term.Q1, Term.Q2, Term.Q3, Term.Q4);
        for (int n = 1; n < 4; n++) {
            assertThat(period(year, quarters.get(n)).from())
                    .isEqualTo(period(year, quarters.get(n - 1)).last().plusDays(1));
        }
        for (Term term : List.of(Term.Q1, Term.HALF, Term.NINE_MONTHS, Term.YEAR)) {
            assertThat(period(year, term).from()).isEqualTo(LocalDate.of(year - 1, 12, 15));
        }
        assertThat(period(year, Term.HALF).last())
                .isEqualTo(period(year, Term.Q2).last());
        assertThat(period(year, Term.NINE_MONTHS).last())
                .isEqualTo(period(year, Term.Q3).last());
        assertThat(period(year, Term.YEAR).last())
                .isEqualTo(period(year, Term.Q4).last());
        assertThat(period(year + 1, Term.Q1).from())
                .isEqualTo(period(year, Term.YEAR).last().plusDays(1));
    }

    @Test
    void the_last_day_belongs_to_it_and_it_is_over_on_the_next() {
        ReportPeriod first = period(2026, Term.Q1);
        assertThat(first.isOver(LocalDate.of(2026, 3, 14))).isFalse();
        assertThat(first.isOver(LocalDate.of(2026, 3, 15))).isTrue();
        assertThat(first.start().toInstant()).hasToString("2025-12-14T17:00:00Z");
        assertThat(first.end().toInstant()).hasToString("2026-03-14T17:00:00Z");
    }

    @Test
    void a_period_is_reported_by_the_edition_in_force_on_its_last_day() {
        ReportDefinitions both = read("""
                {"editions": [{"edition": "new", "from": "2027-01-01", "source": "s", "mark": "M?",
                  "terms": [{"term": "YEAR", "from": "01-01", "to": "12-31", "tablesOnly": false}], "tables": []}]}""").completedBy(SHIPPED);
        assertThat(both.of(2026, Term.YEAR).edition()).isEqualTo("TT 01/2024");
        assertThat(both.of(2027, Term.YEAR).edition()).isEqualTo("new");
        assertThat(both.of(2027, Term.Q1).edition()).isEqualTo("TT 01/2024");
        assertThat(both.of(2010, Term.YEAR).edition()).isEqualTo("TT 01/2024");
    }

    @Test
    void definitions_that_cannot_be_counted_are_refused_with_the_reason() {
        assertThatThrownBy(() -> read("""
                {"editions": [{"edition": "e", "from": "2027-01-01", "source": "s", "mark": "S", "terms": [], "tables":
                  [{"id": "t", "vi": "t", "en": "t", "mark": "S", "columns": [
                    {"id": "c", "vi": "c", "en": "c", "any": [{"what": "RECEIVED", "when": "START"}]}]}]}]}"""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RECEIVED cannot be counted START");
        assertThatThrownBy(() -> read("{\"editions\": [{\"edition\": \"e\"}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an edition has terms");
        assertThatThrownBy(() -> read("{\"editions\": [], \"form\": 1}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("form");
        assertThatThrownBy(() -> read("""
                {"editions": [{"edition": "e", "from": "2027-01-01", "source": "s", "mark": "S", "terms": [], "tables":
                  [{"id": "t", "vi": "t", "en": "t", "mark": "S", "columns": [
                    {"id": "c", "vi": "c", "en": "c", "over": ["x"], "under": ["c"]}]}]}]}""")).hasMessageContaining("share of unknown numbers");
    }

    private static ReportDefinitions read(String json) {
        return ReportDefinitions.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static ReportPeriod period(int year, Term term) {
        return SHIPPED.of(year, term).period(year, term).orElseThrow();
    }
}
