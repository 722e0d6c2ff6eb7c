package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.OfficerId;

/** What the desk does on the form before it hands in, without script. */
@ExtendWith(OutputCaptureExtension.class)
class HandInStepsTest extends RunningApi {

    private static final String CARD = "034190012345||Phạm Thị Ngọc Ánh|21031990|Nữ|Thôn 3, Hưng Yên|15082021";

    @LocalServerPort
    private int port;

    @Autowired
    private HandInDrafts drafts;

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
    void a_card_completes_who_was_typed_by_name_and_leaves_phone_and_mail() {
        Map<String, String> typed = typed();
        typed.put("petitioners[0].fullName", "phạm thị ngọc ánh");
        typed.put("petitioners[0].phone", "0905111222");
        typed.put("card", CARD);
        Seen page = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(page.html())
                .contains("value=\"Phạm Thị Ngọc Ánh\"", "value=\"034190012345\"", "value=\"0905111222\"")
                .doesNotContain("petitioners[1].fullName");
    }

    @Test
    void no_draft_keeps_what_was_scanned_or_looked_up() {
        Map<String, String> typed = typed();
        String seed = UUID.randomUUID().toString();
        typed.put("seed", seed);
        typed.put("card", CARD);
        typed.put("lookup", "034190012345");
        clerk().post("/hand-in", "/hand-in/draft", typed).expect(200);
        assertThat(drafts.find(new OfficerId("clerk1"), seed).orElseThrow().typed())
                .containsEntry("subject", "Đèn đường")
                .doesNotContainKeys("card", "lookup");
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

    @Test
    void who_was_here_before_is_found_by_the_whole_number_and_the_look_is_recorded_before_it_is_shown() {
        String number = number();
        JsonNode before = handIn("'confidential': false", number, "FEEDBACK");
        Map<String, String> typed = typed();
        typed.put("lookup", number.substring(0, 4) + " " + number.substring(4));
        typed.put("go", "go");
        Seen page = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(page.path()).isEqualTo("/hand-in");
        assertThat(page.text())
                .contains(before.path("code").asString(), "Đơn của người này", "Đơn trước của người này: 1");
        assertThat(page.html()).contains("Đèn đường trước nhà");
        String petition = before.path("id").asString();
        assertThat(looks(petition)).isEqualTo(1);
        typed.remove("go");
        typed.put("looked", typed.get("lookup"));
        typed.put("use", petition);
        Seen filled = clerk().post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(filled.html())
                .contains("name=\"petitioners[0].fullName\" type=\"text\" value=\"Đỗ Thị Lành\"")
                .contains("value=\"" + number + "\"", "value=\"0987" + number.substring(0, 6) + "\"");
        typed.remove("use");
        typed.put("lookup", "+84 987." + number.substring(0, 6));
        assertThat(clerk().post("/hand-in", "/hand-in", typed).expect(200).text())
                .contains(before.path("code").asString());
        assertThat(looks(petition)).isEqualTo(3);
    }

    @Test
    void nobody_is_found_by_a_part_of_a_number_nor_who_denounced_or_asked_for_confidentiality_nor_elsewhere() {
        String number = number();
        handIn("'confidential': true", number, "FEEDBACK");
        handIn("'confidential': false", number, "DENUNCIATION");
        Map<String, String> typed = typed();
        typed.put("look", "person");
        typed.put("lookup", number);
        assertThat(clerk().post("/hand-in", "/hand-in", typed).expect(200).text())
                .contains("Không có đơn nào của đơn vị mang số này.");
        String other = number();
        handIn("'confidential': false", other, "FEEDBACK");
        typed.put("lookup", other.substring(0, 11));
        assertThat(clerk().post("/hand-in", "/hand-in", typed).expect(200).text())
                .contains("Không có đơn nào của đơn vị mang số này.");
        typed.put("lookup", "0912");
        Seen wrong = clerk().post("/hand-in", "/hand-in", typed).expect(422);
        assertThat(wrong.text()).contains("Phải là đủ số");
        assertThat(wrong.html()).contains("Đèn đường trước nhà");
    }

    @Test
    void several_scans_are_taken_in_order_and_belong_to_the_petition_once_it_is_handed_in() {
        PageVisitor clerk = clerk();
        Map<String, String> typed = typed();
        typed.put("seed", "seed of scans " + UUID.randomUUID());
        typed.put("scan", "add");
        Seen page = clerk.postWithFiles(
                        "/hand-in",
                        "/hand-in",
                        typed,
                        List.of(
                                Map.entry("don.txt", "Đơn viết tay"),
                                Map.entry("image.txt", "Trang hai"),
                                Map.entry("don.txt", "Trang ba")))
                .expect(200);
        assertThat(page.text())
                .containsSubsequence("don.txt 1 KB chưa quét vi-rút", "scan002.txt 1 KB", "scan003.txt 1 KB");
        assertThat(page.html()).contains("Đèn đường trước nhà");
        String ids = page.find("name=\"scans\" value=\"([^\"]+)\"");
        assertThat(ids.split(",")).hasSize(3);
        typed.remove("scan");
        typed.put("scans", ids);
        typed.put("without", ids.split(",")[1]);
        Seen less = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(less.text()).contains("scan003.txt").doesNotContain("scan002.txt");
        typed.remove("without");
        typed.put("scans", less.find("name=\"scans\" value=\"([^\"]+)\""));
        typed.put("anonymous", "true");
        typed.remove("petitioners[0].fullName");
        Seen slip = clerk.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(clerk.post("/hand-in", "/hand-in", typed).expect(200).path()).isEqualTo(slip.path());
        assertThat(clerk.get(slip.path().replace("/hand-in/", "/cases/")).text())
                .contains("don.txt", "scan003.txt")
                .doesNotContain("scan002.txt");
    }

    @Test
    void a_scan_that_is_not_taken_is_told_by_its_name_and_holds_up_neither_the_others_nor_the_form() {
        Map<String, String> typed = typed();
        typed.put("go", "go");
        Seen page = clerk().postWithFiles(
                        "/hand-in",
                        "/hand-in",
                        typed,
                        List.of(
                                Map.entry("page.html", "<!DOCTYPE html><html><body>x</body></html>"),
                                Map.entry("empty.txt", ""),
                                Map.entry("giay.txt", "Giấy tờ")))
                .expect(422);
        assertThat(page.text())
                .contains("page.html: loại tệp này không được nhận", "empty.txt: Tệp rỗng.", "giay.txt")
                .doesNotContain("giay.txt:");
        assertThat(page.html()).contains("Đèn đường trước nhà");
        typed.put("scans", UUID.randomUUID().toString());
        typed.put("petitioners[0].fullName", "Trần Văn Bé");
        Seen gone = clerk().post("/hand-in", "/hand-in", typed).expect(422);
        assertThat(gone.text()).contains("Không có tệp này");
        assertThat(gone.html()).contains("value=\"Trần Văn Bé\"");
    }

    private JsonNode handIn(String more, String number, String kind) {
        return new Work(nobody()).handIn("""
                {'kind': '%s', 'channel': 'DESK', 'subject': 'Đơn của người này', 'content': 'Nước đọng ở ngõ', %s,
                 'petitioners': [{'fullName': 'Đỗ Thị Lành', 'idNumber': '%s', 'phone': '0987%s'}]}""".formatted(kind, more, number, number.substring(0, 6)));
    }

    private long looks(String petition) {
        JsonNode items = as("inspector1")
                .get("/api/petitions/" + petition + "/readings")
                .expect(200)
                .json()
                .path("items");
        return items.valueStream()
                .filter(one -> one.path("what").asString().equals("person"))
                .count();
    }

    private static String number() {
        return "0" + (90_000_000_000L + (UUID.randomUUID().getMostSignificantBits() >>> 1) % 10_000_000_000L);
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
