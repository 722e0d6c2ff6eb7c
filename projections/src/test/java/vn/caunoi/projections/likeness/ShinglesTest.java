package vn.caunoi.projections.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    private static final String LETTER = """
            Kính gửi Chủ tịch Ủy ban nhân dân phường. Gia đình tôi có thửa đất số 12 tại thôn Đông đã sử dụng ổn định từ
            năm 1993. Ngày 01 tháng 10 năm 2026 phường ra quyết định thu hồi đất mà không bồi thường phần công trình trên
            đất. Tôi không đồng ý và đề nghị xem xét lại toàn bộ phương án bồi thường.""";

    @Test
    void the_same_text_has_the_same_bands_with_and_without_marks() {
        String plain = LETTER.replace("Đ", "D").replace("đ", "d");
        assertThat(Shingles.bands("Thu hồi đất", LETTER))
                .isEqualTo(Shingles.bands("THU HOI DAT", plain.toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void a_text_with_a_few_words_changed_shares_bands() {
        String changed = LETTER.replace("thửa đất số 12", "thửa đất số 15").replace("thôn Đông", "thôn Tây");
        assertThat(common(LETTER, changed)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void texts_about_other_things_share_none() {
        assertThat(common(LETTER, "Đèn đường trước nhà hỏng đã ba tuần, buổi tối đi lại rất nguy hiểm cho trẻ em."))
                .isZero();
    }

    @Test
    void of_too_few_words_nothing_is_told() {
        assertThat(Shingles.bands("Rác thải", null)).isEmpty();
        assertThat(Shingles.bands(null, null)).isEmpty();
        assertThat(Shingles.bands("Đèn đường ngõ 5 hỏng", null)).hasSize(Shingles.BANDS);
    }

    private static int common(String one, String other) {
        Set<String> common = new HashSet<>(Shingles.bands(null, one));
        common.retainAll(List.copyOf(Shingles.bands(null, other)));
        return common.size();
    }
}
