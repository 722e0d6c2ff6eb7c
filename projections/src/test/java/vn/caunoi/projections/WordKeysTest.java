package vn.caunoi.projections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.caunoi.projections.WordKeys.Of;

/** What counts as the same word. */
class WordKeysTest {

    @Test
    void marks_letters_and_the_d_with_a_stroke_make_no_difference() {
        assertThat(WordKeys.asked("NGUYỄN Văn Đức")).containsExactly("nguyen", "van", "duc");
        assertThat(WordKeys.words("Đường, ngõ 12/3-A")).containsExactly("duong", "ngo", "12", "3", "a");
    }

    @Test
    void a_number_is_one_word_however_it_is_written() {
        for (String written :
                new String[] {"0912345678", "0912 345 678", "0912.345.678", "+84 912-345-678", "84912345678"})
            assertThat(WordKeys.asked(written)).as(written).containsExactly("0912345678");
        assertThat(WordKeys.asked("001 085 012345")).containsExactly("001085012345");
        assertThat(WordKeys.words("gọi 0912 345 678 nhé")).contains("0912345678", "345", "goi");
        assertThat(WordKeys.asked("12.10.2026")).containsExactly("12", "10", "2026");
    }

    @Test
    void what_is_in_every_text_is_not_looked_for_unless_it_is_all_there_is() {
        assertThat(WordKeys.asked("đất của tôi")).containsExactly("dat");
        assertThat(WordKeys.asked("của tôi")).containsExactly("cua", "toi");
        assertThat(WordKeys.tellingWords("Đất của tôi")).containsExactly("dat");
        assertThat(WordKeys.asked(" %_ ")).isEmpty();
    }

    @Test
    void a_word_is_found_before_it_is_typed_to_its_end() {
        assertThat(WordKeys.beginnings("nguyen")).containsExactly("ngu", "nguy", "nguye", "nguyen");
        assertThat(WordKeys.beginnings("an")).containsExactly("an");
    }

    @Test
    void what_is_sealed_has_other_keys() {
        WordKeys keys = new WordKeys(String::hashCode);
        assertThat(keys.of(Of.TEXT, "an"))
                .isEqualTo(keys.of(Of.TEXT, "an"))
                .isNotEqualTo(keys.of(Of.TEXT.sealed(), "an"))
                .isNotEqualTo(keys.of(Of.NAME, "an"));
    }
}
