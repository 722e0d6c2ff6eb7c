package vn.caunoi.core.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.core.handling.Check.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.petition.Kind;

/** Which conditions a petition must meet (TT 05/2021 Đ6.2.a). */
class EligibilityRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final EligibilityRules RULES = EligibilityRules.shipped();

    @Test
    void a_complaint_names_whom_it_is_against_its_documents_and_what_it_asks_for() {
        assertThat(RULES.required(Kind.COMPLAINT, false, false, TODAY))
                .containsExactlyInAnyOrder(LANGUAGE, DATED, NAMED, SIGNED, RESPONDENT, MATTER, DOCUMENTS, DEMAND);
    }

    @Test
    void a_denunciation_tells_how_who_denounces_is_reached() {
        assertThat(RULES.required(Kind.DENUNCIATION, false, false, TODAY))
                .containsExactlyInAnyOrder(LANGUAGE, DATED, NAMED, SIGNED, RESPONDENT, MATTER, REACHABLE);
    }

    @Test
    void proposals_and_feedback_need_their_content_only() {
        assertThat(RULES.required(Kind.FEEDBACK, true, true, TODAY))
                .isEqualTo(RULES.required(Kind.PROPOSAL, false, false, TODAY))
                .containsExactlyInAnyOrder(LANGUAGE, DATED, NAMED, SIGNED, MATTER);
    }

    @Test
    void many_who_complain_appoint_representatives_and_a_proxy_has_a_certified_mandate() {
        assertThat(RULES.required(Kind.COMPLAINT, true, false, TODAY))
                .contains(REPRESENTED)
                .doesNotContain(MANDATED);
        assertThat(RULES.required(Kind.COMPLAINT, false, true, TODAY))
                .contains(MANDATED)
                .doesNotContain(REPRESENTED);
    }

    @Test
    void a_condition_applies_from_its_first_to_its_last_day() throws IOException {
        EligibilityRules own = read("E99,SIGNED,,ALL,local,X,2026-01-01,2026-06-30");
        assertThat(own.required(Kind.FEEDBACK, false, false, LocalDate.of(2026, 6, 30)))
                .containsExactly(SIGNED);
        assertThat(own.required(Kind.FEEDBACK, false, false, LocalDate.of(2026, 7, 1)))
                .isEmpty();
        assertThat(own.rows().getFirst().isToBeConfirmed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "E99,SIGNED,,ALL,local,X,2026-01-01",
                "E99,STAMPED,,ALL,local,X,2026-01-01,",
                "E99,SIGNED,LETTER,ALL,local,X,2026-01-01,",
                "E99,SIGNED,,SOME,local,X,2026-01-01,",
                "E99,SIGNED,,ALL,local,X,today,"
            })
    void a_row_that_cannot_be_read_is_named(String row) {
        assertThatThrownBy(() -> read(row)).hasMessageContaining(row);
    }

    private static EligibilityRules read(String row) throws IOException {
        String table = "id,check,kind,of,source,confidence,from,to\n" + row + "\n";
        return EligibilityRules.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
