package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Letters as their people meet them, without script. */
class LetterPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void each_role_has_its_pages() {
        Seen list = visitor().as("head1").get("/letters").expect(200);
        assertThat(list.text()).contains("Chờ ký").doesNotContain("??");
        assertThat(visitor()
                        .as("clerk1")
                        .get("/letters?state=SIGNED")
                        .expect(200)
                        .html())
                .doesNotContain("??");
        assertThat(visitor().as("head1").get("/letters/book/A").expect(200).text())
                .contains("Sổ văn bản đi", "Lưu phần đầu")
                .doesNotContain("??");
        assertThat(visitor().as("officer1").get("/letters/book/A").expect(200).text())
                .doesNotContain("Lưu phần đầu");
        visitor().as("designer1").get("/letters").expect(403);
        visitor().as("head1").get("/letters?state=nothing").expect(404);
    }

    @Test
    void a_letter_is_drafted_corrected_submitted_signed_numbered_sent_delivered_and_recalled() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor officer = visitor().as("officer1");
        String at = "/cases/" + id;
        assertThat(officer.get(at).text()).contains("Soạn văn bản");
        Seen form = officer.get(at + "/letters/new?template=urging").expect(200);
        assertThat(form.html()).contains("đôn đốc việc giải quyết đơn mã số").doesNotContain("??");
        Map<String, String> draft = new LinkedHashMap<>();
        draft.put("seed", "a letter");
        draft.put("template", "urging");
        draft.put("draft.subject", "đôn đốc");
        draft.put("draft.addressee", "Sở Xây dựng");
        draft.put("draft.body", "Đề nghị giải quyết.");
        Seen wrong = officer.post(
                        at + "/letters/new?template=urging",
                        at + "/letters",
                        with(draft, "draft.subject", "x".repeat(2001)))
                .expect(422);
        assertThat(wrong.html()).contains("q-draft-subject", "Sở Xây dựng").doesNotContain("??");
        draft.put("draft.recipients", "- Như trên;");
        Seen drafted = officer.post(at + "/letters/new?template=urging", at + "/letters", draft)
                .expect(200);
        String letter = drafted.path();
        assertThat(drafted.text()).contains("Kính gửi: Sở Xây dựng", "Trình ký");
        officer.post(
                        letter,
                        letter + "/redraft",
                        Map.of(
                                "draft",
                                "1",
                                "redraft.subject",
                                "đôn đốc lần hai",
                                "redraft.body",
                                "Đề nghị.",
                                "redraft.recipients",
                                "- x"))
                .expect(200);
        assertThat(officer.post(letter, letter + "/submit", Map.of("draft", "1"))
                        .expect(422)
                        .text())
                .contains("dự thảo mới");
        assertThat(officer.post(letter, letter + "/submit", Map.of("draft", "2"))
                        .expect(200)
                        .text())
                .contains("Chờ ký");
        PageVisitor head = visitor().as("head1");
        assertThat(head.get("/letters").text()).contains("Công văn đôn đốc");
        assertThat(head.get("/inbox").text()).contains("Văn bản: Chờ ký");
        assertThat(head.post(letter, letter + "/sign", Map.of("draft", "2", "sign.as", "BY_AUTHORITY"))
                        .expect(422)
                        .text())
                .contains("không được ký");
        assertThat(head.get(letter).html()).contains("q-sign-signer", "HEAD:Name of head1");
        head.post(letter, letter + "/sign", Map.of("draft", "2", "sign.signer", "HEAD:Name of head1"))
                .expect(200);
        PageVisitor clerk = visitor().as("clerk1");
        assertThat(clerk.post(letter, letter + "/number", Map.of()).expect(200).text())
                .contains("Đã cấp số", "/UBND");
        assertThat(clerk.post(letter, letter + "/send", Map.of("send.sentOn", "no day"))
                        .expect(422)
                        .html())
                .contains("q-send-sentOn");
        clerk.post(letter, letter + "/send", Map.of("send.way", "BY_HAND")).expect(200);
        assertThat(clerk.post(letter, letter + "/deliver", Map.of("deliver.receiver", "Văn thư Sở"))
                        .expect(200)
                        .text())
                .contains("Đã giao", "Văn thư Sở")
                .doesNotContain("??");
        assertThat(head.post(letter, letter + "/recall", Map.of("recall.reason", "Nhầm nơi nhận"))
                        .expect(200)
                        .text())
                .contains("Đã thu hồi", "Nhầm nơi nhận");
        assertThat(officer.get(at).text())
                .contains("Cấp số văn bản", "Thu hồi văn bản")
                .doesNotContain("??");
        officer.get(letter + "/pdf").expect(200);
        officer.get(letter + "/docx").expect(200);
        assertThat(visitor().as("head1").get("/letters/book/A").text()).contains("/UBND");
    }

    @Test
    void the_head_sets_the_heading_and_what_is_missing_is_told() {
        PageVisitor head = visitor().as("head2");
        String at = "/letters/book/B";
        assertThat(head.post(at, at + "/heading", Map.of("heading.name", "UBND PHƯỜNG B"))
                        .expect(422)
                        .html())
                .contains("q-heading-symbol", "UBND PHƯỜNG B");
        Map<String, String> whole = Map.of(
                "heading.name", "UBND PHƯỜNG B",
                "heading.symbol", "UBND",
                "heading.place", "Phường B",
                "heading.headTitle", "CHỦ TỊCH");
        assertThat(head.post(at, at + "/heading", whole).expect(200).text()).contains("Đã lưu phần đầu");
    }

    @Test
    void a_book_goes_on_from_a_number_after_which_there_are_others() {
        for (String far : List.of("{'next': 2147483647}", "{'next': 7, 'year': 999999999}"))
            as("head2").post("/api/units/B/letter-book", far).expect(422);
    }

    @Test
    void the_head_lets_a_deputy_sign_until_today() {
        PageVisitor head = visitor().as("head2");
        String at = "/letters/book/B";
        assertThat(head.post(at, at + "/signer", Map.of("signer.as", "DEPUTY", "signer.officer", "officer3"))
                        .expect(422)
                        .html())
                .contains("q-signer-title", "Họ tên người ký (khi không có tài khoản)");
        Map<String, String> whole = Map.of(
                "signer.as", "DEPUTY", "signer.officer", "officer3", "signer.title", "PHÓ CHỦ TỊCH", "seed", "x");
        Seen given = head.post(at, at + "/signer", whole).expect(200);
        assertThat(given.text()).contains("Đã ghi người ký", "PHÓ CHỦ TỊCH", "Chấm dứt từ hôm nay");
        as("head2")
                .post(
                        "/api/units/B/signers",
                        "{'officer': 'officer3', 'as': 'DEPUTY', 'title': 'PCT', 'from': '1026-11-01'}")
                .expect(422);
        String power = as("head2")
                .get("/api/units/B/signers")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        assertThat(head.post(at, at + "/end", Map.of("end.signer", power))
                        .expect(200)
                        .html())
                .contains("Đã chấm dứt")
                .doesNotContain("end.signer");
    }

    @Test
    void what_a_letter_tells_is_proposed_where_a_task_asks_for_it() {
        Work work = new Work(nobody());
        String id = work.handIn(Samples.complaint()).path("id").asString();
        while (!work.task(id).path("key").asString().equals("issue-resolution")) work.step(id);
        String letters = "/api/petitions/" + id + "/letters";
        String letter = as("officer1")
                .post(letters, "{'template': 'first-decision'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("officer1").post(letters + "/" + letter + "/submit", "{}").expect(200);
        as("head1").post(letters + "/" + letter + "/sign", "{}").expect(200);
        as("clerk1").post(letters + "/" + letter + "/number", "{}").expect(200);
        String number = as("officer1")
                .get(letters + "/" + letter)
                .expect(200)
                .json()
                .path("number")
                .asString();
        String task = work.task(id).path("id").asString();
        as("officer1").post("/api/tasks/" + task + "/claim", "{}").expect(200);
        Seen page = visitor().as("officer1").get("/cases/" + id).expect(200);
        assertThat(page.html()).contains("value=\"" + number + "\"").contains(number.replace('/', '-') + ".pdf");
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return more;
    }

    private PageVisitor visitor() {
        return new PageVisitor(port);
    }
}
