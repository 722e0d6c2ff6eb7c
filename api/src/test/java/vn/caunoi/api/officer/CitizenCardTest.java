package vn.caunoi.api.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.Normalizer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.petition.Refusal;

class CitizenCardTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String CARD =
            "034190012345|161234567|Phạm Thị Ngọc Ánh|21031990|Nữ|Thôn 3, Đông Hưng, Hưng Yên|15082021";

    @Test
    void a_card_tells_number_name_and_address() {
        assertThat(CitizenCard.read(CARD, TODAY))
                .isEqualTo(new CitizenCard("034190012345", "Phạm Thị Ngọc Ánh", "Thôn 3, Đông Hưng, Hưng Yên"));
    }

    @Test
    void who_never_had_an_old_number_has_an_empty_part_and_the_scanner_may_end_with_a_new_line() {
        assertThat(CitizenCard.read(CARD.replace("161234567", "") + "\r\n", TODAY)
                        .fullName())
                .isEqualTo("Phạm Thị Ngọc Ánh");
    }

    @Test
    void letters_typed_with_their_marks_apart_are_composed() {
        assertThat(CitizenCard.read(Normalizer.normalize(CARD, Normalizer.Form.NFD), TODAY)
                        .fullName())
                .isEqualTo("Phạm Thị Ngọc Ánh");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; not-a-card",
                "034190012345; not-a-card",
                "034190012345||Phạm Thị Ánh|21031990|Nữ|Hưng Yên; not-a-card",
                "034190012345||Phạm Thị Ánh|21031990|Nữ|Hưng Yên|15082021|; not-a-card",
                "03419001234||Phạm Thị Ánh|21031990|Nữ|Hưng Yên|15082021; not-a-card",
                "https://example.gov.vn/a|b|c|d|e|f|g; not-a-card",
                "034190012345|12|Phạm Thị Ánh|21031990|Nữ|Hưng Yên|15082021; card-garbled",
                "034190012345||Ph5m Thị Ánh|21031990|Nữ|Hưng Yên|15082021; card-garbled",
                "034190012345||Phạm Thị Ánh|31021990|Nữ|Hưng Yên|15082021; card-garbled",
                "034190012345||Phạm Thị Ánh|21031990|N?|Hưng Yên|15082021; card-garbled",
                "034190012345||Phạm Thị Ánh|21031990|Nữ||15082021; card-garbled",
                "034190012345||Phạm Thị Ánh|21031990|Nữ|Hưng\u0007Yên|15082021; card-garbled",
                "034190012345||Phạm Thị Ánh|21031990|Nữ|Hưng Yên|15081989; card-garbled",
                "034190012345||Phạm Thị Ánh|21031990|Nữ|Hưng Yên|03112026; card-garbled"
            })
    void anything_else_is_refused_and_the_error_holds_nothing_of_it(String scanned, String code) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> CitizenCard.read(scanned, TODAY));
        assertThat(refusal.violations()).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo("card");
            assertThat(one.code()).isEqualTo(code);
            assertThat(one.values()).isEmpty();
        });
        assertThat(refusal.toString() + refusal.violations()).doesNotContain("034190012345", "Phạm");
    }
}
