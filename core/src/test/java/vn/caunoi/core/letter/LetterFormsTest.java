package vn.caunoi.core.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;

class LetterFormsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final LetterForms SHIPPED = LetterForms.shipped();

    @Test
    void each_form_names_its_law_and_how_sure_that_is() {
        assertThat(SHIPPED.all()).allSatisfy(form -> {
            assertThat(form.law()).isNotBlank();
            assertThat(form.confidence()).isIn("S", "S-", "M+", "M?", "X");
            assertThat(form.body()).isNotEmpty();
        });
        Set<String> seen = new HashSet<>();
        assertThat(SHIPPED.all()).allMatch(form -> seen.add(form.id() + "#" + form.edition()));
    }

    @Test
    void the_forms_of_Decree_124_2020_for_the_settling_of_a_complaint_are_there() {
        List<String> laws = SHIPPED.all().stream().map(LetterForm::law).toList();
        for (int number = 3; number <= 16; number++) {
            String form = "NĐ 124/2020, Mẫu số %02d".formatted(number);
            assertThat(laws).as(form).anyMatch(law -> law.contains(form));
        }
    }

    @Test
    void a_form_is_offered_for_its_kinds_and_from_its_day() {
        assertThat(SHIPPED.on(TODAY, Kind.COMPLAINT)).extracting(LetterForm::id).contains("acceptance", "transfer");
        assertThat(SHIPPED.on(TODAY, Kind.FEEDBACK))
                .extracting(LetterForm::id)
                .contains("answer", "transfer")
                .doesNotContain("acceptance");
        assertThat(SHIPPED.on(LocalDate.of(2026, 6, 30), Kind.COMPLAINT))
                .extracting(LetterForm::id)
                .doesNotContain("settlement-suspension");
        assertThat(SHIPPED.on(TODAY, null))
                .extracting(LetterForm::id)
                .contains("plain")
                .doesNotContain("acceptance");
    }

    @Test
    void the_first_decision_waits_for_the_approval_and_its_receipt_opens_the_time_to_complain_again() {
        LetterForm decision = SHIPPED.find("first-decision", TODAY).orElseThrow();
        assertThat(decision.requires()).isEqualTo(Milestone.APPROVED);
        assertThat(decision.opens()).isEqualTo("lodge_2");
    }

    @Test
    void what_a_letter_tells_fills_fields_that_forms_of_tasks_have() {
        List<String> fields = FormCatalogue.shipped().all().stream()
                .flatMap(form -> form.outcomes().stream()
                        .flatMap(outcome -> outcome.fields().stream())
                        .map(field -> form.id() + "." + field.id()))
                .toList();
        assertThat(SHIPPED.all())
                .allSatisfy(form -> assertThat(fields).containsAll(form.fills().keySet()));
        assertThat(SHIPPED.find("answer", TODAY).orElseThrow().fills()).containsEntry("send-answer.number", "number");
    }

    @Test
    void a_later_edition_is_in_force_from_its_day_and_the_one_before_stays_known() throws IOException {
        LetterForms own = read("""
                === plain
                edition: 2
                name: Công văn
                english: Plain letter
                law: NĐ 30/2020
                confidence: M+
                from: 2026-12-01
                subject: việc
                recipients: - Như trên;|- Lưu: VT.
                ---
                Kính gửi.
                """);
        LetterForms both = own.completedBy(SHIPPED);
        assertThat(both.find("plain", TODAY).orElseThrow().edition()).isEqualTo(1);
        assertThat(both.find("plain", LocalDate.of(2026, 12, 1)).orElseThrow().edition())
                .isEqualTo(2);
        assertThat(both.edition("plain", 1)).isPresent();
        assertThat(both.find("acceptance", TODAY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text first",
                "=== a\nno colon\n---\nx",
                "=== a\nedition: x\n---\nx",
                "=== a\nedition: 1\n---\nx",
                "=== a\nfills: x\n---\nx"
            })
    void what_cannot_be_read_is_refused_by_name(String written) {
        assertThatThrownBy(() -> read(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private static LetterForms read(String written) throws IOException {
        return LetterForms.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
    }
}
