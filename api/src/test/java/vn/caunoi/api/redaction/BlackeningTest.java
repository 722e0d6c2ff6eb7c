package vn.caunoi.api.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BlackeningTest {

    private static String readable(String text, String... words) {
        return new Blackening(text, List.of(words)).readable();
    }

    @Test
    void a_name_is_blacked_out_in_any_case_without_marks_and_over_the_end_of_a_line() {
        assertThat(readable("Bà NGUYỄN THỊ LAN, nguyen thi lan và Nguyễn\n Thị\u00a0Lan.", "Nguyễn Thị Lan"))
                .isEqualTo("Bà █████, █████ và █████.");
    }

    @Test
    void a_single_word_is_blacked_out_as_it_is_written_and_never_within_another() {
        assertThat(readable("Ông An ở An Bình; công an phường; Anh.", "An"))
                .isEqualTo("Ông █████ ở █████ Bình; công an phường; Anh.");
    }

    @Test
    void a_number_is_found_however_its_digits_are_parted() {
        assertThat(readable("Gọi 0912 345.678 hoặc 0912345678, không phải 09123456789.", "0912-345-678"))
                .isEqualTo("Gọi █████ hoặc █████, không phải 09123456789.");
    }

    @Test
    void how_long_it_was_is_not_told_and_what_overlaps_is_one() {
        assertThat(readable("ông Trần Văn Bé ở thôn Hạ", "Trần Văn Bé", "Bé ở thôn Hạ"))
                .isEqualTo("ông █████");
        assertThat(readable("a b", "a")).isEqualTo("█████ b");
    }

    @Test
    void letters_written_in_pieces_are_blacked_out_too_and_no_character_of_them_is_left() {
        String apart = Normalizer.normalize("ông Trần Văn Đệ đến", Normalizer.Form.NFD);
        assertThat(readable(apart, "Trần Văn Đệ")).isEqualTo("ông █████ đến");
    }

    @Test
    void the_pieces_are_the_whole_text() {
        Blackening some = new Blackening("Trả cho Lan 5 m2 đất của Lan", List.of("Lan", " ", "m2"));
        assertThat(some.pieces().stream().map(Blackening.Piece::text).collect(Collectors.joining()))
                .isEqualTo("Trả cho Lan 5 m2 đất của Lan");
        assertThat(some.pieces().stream().filter(Blackening.Piece::black)).hasSize(3);
        assertThat(readable("", "x")).isEmpty();
        assertThat(readable("(a+b)* [c]", "(a+b)*")).isEqualTo("█████ [c]");
    }
}
