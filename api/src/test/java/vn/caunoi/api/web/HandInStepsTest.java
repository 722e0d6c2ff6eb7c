package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

/** What the desk does on the form before it hands in, without script. */
@ExtendWith(OutputCaptureExtension.class)
class HandInStepsTest extends RunningApi {

    private static final String CARD = "034190012345||Phạm Thị Ngọc Ánh|21031990|Nữ|Thôn 3, Hưng Yên|15082021";

    @LocalServerPort
    private int port;

    @Test
    void a_scanned_card_fills_the_person_and_hands_nothing_in(CapturedOutput output) {
        Map<String, String> typed = typed();
        typed.put("card", CARD + "\r");
        typed.put("go", "go");
        Seen page = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(page.path()).isEqualTo("/hand-in");
        assertThat(page.html())
                .contains("name=\"petitioners[0].fullName\" type=\"text\" value=\"Phạm Thị Ngọc Ánh\"")
                .contains("value=\"034190012345\"", "value=\"Thôn 3, Hưng Yên\"", "Đèn đường trước nhà")
                .contains("Đã điền người thứ 1")
                .doesNotContain("21031990");
        assertThat(output.getAll()).doesNotContain("21031990", "034190012345");
    }

    @Test
    void the_next_card_is_another_person_and_the_same_card_again_the_same() {
        Map<String, String> typed = typed();
        typed.put("petitioners[0].fullName", "Trần Văn Bé");
        typed.put("fill", "card");
        typed.put("card", CARD);
        Seen two = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(two.html())
                .contains("value=\"Trần Văn Bé\"")
                .contains("name=\"petitioners[1].fullName\" type=\"text\" value=\"Phạm Thị Ngọc Ánh\"");
        typed.put("petitioners[1].fullName", "Pham Thi Anh");
        typed.put("petitioners[1].idNumber", "034190012345");
        Seen same = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(same.html())
                .contains("value=\"Phạm Thị Ngọc Ánh\"")
                .doesNotContain("Pham Thi Anh", "petitioners[2].fullName");
    }

    @Test
    void what_is_no_card_is_told_and_nothing_typed_is_lost() {
        Map<String, String> typed = typed();
        typed.put("petitioners[0].fullName", "Trần Văn Bé");
        typed.put("card", "034190012345||Ph5m|21031990|Nữ|Hưng Yên|15082021");
        Seen page = clerk().post("/hand-in", "/hand-in", typed).expect(422);
        assertThat(page.text()).contains("tắt bộ gõ tiếng Việt");
        assertThat(page.html())
                .contains("value=\"Trần Văn Bé\"", "Đèn đường trước nhà", "id=\"q-card-error\"")
                .doesNotContain("21031990", "Ph5m");
        typed.put("card", "8934563138164");
        assertThat(clerk().post("/hand-in", "/hand-in", typed).expect(422).text())
                .contains("không phải nội dung mã QR");
        typed.put("card", "");
        typed.put("fill", "card");
        assertThat(clerk().post("/hand-in", "/hand-in", typed).expect(422).text())
                .contains("không phải nội dung mã QR");
    }

    private static Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("seed", "seed of steps");
        typed.put("channel", "DESK");
        typed.put("kind", "FEEDBACK");
        typed.put("petitioners[0].fullName", "");
        typed.put("subject", "Đèn đường");
        typed.put("content", "Đèn đường trước nhà hỏng");
        typed.put("points[0].demand", "");
        return typed;
    }

    private PageVisitor clerk() {
        return new PageVisitor(port).as("clerk1");
    }
}
