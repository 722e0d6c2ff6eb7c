package vn.caunoi.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.Caller;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;

/** Letters over HTTP, from the form to the delivery; numbers under many hands at once. */
class LettersTest extends RunningApi {

    @Autowired
    private JdbcClient jdbc;

    private Work work = new Work(Caller.nobody(0));

    @BeforeEach
    void begin() {
        work = new Work(nobody());
    }

    private String complaint() {
        return work.handIn(Samples.complaint()).path("id").asString();
    }

    private String draft(String petition, String template) {
        return as("officer1")
                .post("/api/petitions/" + petition + "/letters", "{'template': '" + template + "'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private Caller.Answer act(String who, String petition, String letter, String what, String body) {
        return as(who).post("/api/petitions/" + petition + "/letters/" + letter + "/" + what, body);
    }

    private JsonNode letter(String petition, String letter) {
        return as("officer1")
                .get("/api/petitions/" + petition + "/letters/" + letter)
                .expect(200)
                .json();
    }

    private void signed(String petition, String letter) {
        act("officer1", petition, letter, "submit", "{}").expect(200);
        act("head1", petition, letter, "sign", "{}").expect(200);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_letter_goes_from_the_form_to_the_delivery_and_its_pdf_is_kept_with_its_hash() throws Exception {
        String id = complaint();
        work.step(id);
        work.step(id);
        String letter = draft(id, "acceptance");
        JsonNode drafted = letter(id, letter);
        assertThat(drafted.path("text").path("addressee").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(drafted.path("text").path("body").asString())
                .contains(
                        "1. Hủy quyết định", "Quyết định thu hồi đất số 12/QĐ-UBND", "Thời hạn giải quyết là 30 ngày");
        signed(id, letter);
        act("clerk1", id, letter, "number", "{}").expect(200);
        act("clerk1", id, letter, "send", "{'way': 'REGISTERED_POST', 'trace': 'RR1'}")
                .expect(200);
        act("clerk1", id, letter, "deliver", "{'receiver': 'Ông An'}").expect(200);
        JsonNode done = letter(id, letter);
        assertThat(done.path("state").asString()).isEqualTo("DELIVERED");
        assertThat(done.path("number").asString()).matches("\\d{2,}/TB-UBND");
        assertThat(done.path("way").asString()).isEqualTo("REGISTERED_POST");
        byte[] pdf = as("officer1")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(200)
                .raw()
                .body();
        assertThat(sha256(pdf)).isEqualTo(done.path("sha256").asString());
        assertThat(text(pdf)).contains("Số: " + done.path("number").asString(), "CHỦ TỊCH", "Nguyễn Văn An");
        byte[] kept = as("officer1")
                .get("/api/files/" + done.path("file").asString())
                .expect(200)
                .raw()
                .body();
        assertThat(kept).isEqualTo(pdf);
        Caller.Answer preview = as("officer1")
                .get("/api/files/" + done.path("file").asString() + "/preview")
                .expect(200);
        assertThat(preview.header("Content-Type")).isEqualTo("image/png");
        assertThat(preview.header("X-Content-Type-Options")).isEqualTo("nosniff");
        as("officer3")
                .get("/api/files/" + done.path("file").asString() + "/preview")
                .expect(404);
        JsonNode documents = as("officer1")
                .get("/api/petitions/" + id + "/files")
                .expect(200)
                .json();
        assertThat(documents.path("items").get(0).path("sha256").asString())
                .isEqualTo(done.path("sha256").asString());
        as("officer3").get("/api/petitions/" + id + "/files").expect(404);
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    @Test
    void what_a_letter_tells_must_have_happened_before_it_is_signed() {
        String id = complaint();
        String letter = draft(id, "acceptance");
        act("officer1", id, letter, "submit", "{}").expect(200);
        JsonNode refused = act("head1", id, letter, "sign", "{}").expect(422).json();
        assertThat(refused.path("reason").asString()).isEqualTo("LETTER_TOO_EARLY");
    }

    @Test
    void officers_do_not_sign_and_others_do_not_see() {
        String id = complaint();
        String letter = draft(id, "plain");
        act("officer1", id, letter, "submit", "{}").expect(200);
        act("officer1", id, letter, "sign", "{}").expect(403);
        act("officer3", id, letter, "submit", "{}").expect(404);
        as("officer3").get("/api/petitions/" + id + "/letters").expect(404);
        as("officer3")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(404);
        as("designer1").get("/api/petitions/" + id + "/letters").expect(403);
        nobody().get("/api/petitions/" + id + "/letters").expect(401);
    }

    @Test
    void a_form_that_is_not_for_this_petition_and_a_step_that_is_none_are_refused() {
        String id = complaint();
        as("officer1")
                .post("/api/petitions/" + id + "/letters", "{'template': 'denunciation-conclusion'}")
                .expect(422);
        as("officer1").post("/api/petitions/" + id + "/letters", "{}").expect(422);
        String letter = draft(id, "plain");
        act("officer1", id, letter, "burn", "{}").expect(404);
        act("clerk1", id, letter, "number", "{}").expect(409);
        act("clerk1", id, "none", "number", "{}").expect(404);
        act("clerk1", id, letter, "redraft", "{'draft': 7, 'body': 'x'}").expect(409);
    }

    @Test
    void a_paper_signed_by_a_deputy_is_recorded_with_its_scan() throws IOException {
        String id = complaint();
        String letter = draft(id, "plain");
        act("officer1", id, letter, "submit", "{}").expect(200);
        String scan = as("clerk1")
                .upload("/api/files", "ky.pdf", "%PDF-1.4\n%x\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String signature = "'as': 'DEPUTY', 'name': 'Lê Thị Hoa'";
        act("clerk1", id, letter, "sign", "{" + signature + "}").expect(403);
        act("clerk1", id, letter, "sign", "{" + signature + ", 'scan': '" + scan + "'}")
                .expect(403);
        as("head1")
                .post("/api/units/A/signers", "{" + signature + ", 'title': 'PHÓ CHỦ TỊCH'}")
                .expect(201);
        act("clerk1", id, letter, "sign", "{" + signature + ", 'scan': 'none'}").expect(422);
        act("clerk1", id, letter, "sign", "{" + signature + ", 'scan': '" + scan + "'}")
                .expect(200);
        byte[] pdf = as("officer1")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(200)
                .raw()
                .body();
        assertThat(text(pdf)).contains("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa", "DỰ THẢO");
        as("officer1").get("/api/files/" + scan).expect(200);
    }

    @Test
    void a_delegate_signs_here_with_the_block_of_the_power_until_it_ends() throws IOException {
        String id = complaint();
        String letter = draft(id, "plain");
        act("officer1", id, letter, "submit", "{}").expect(200);
        String signers = "/api/units/A/signers";
        String power = "'as': 'BY_AUTHORITY', 'officer': 'officer2', 'title': 'CHÁNH VĂN PHÒNG'";
        as("officer1")
                .post(signers, "{" + power + ", 'authority': '12/GUQ-UBND'}")
                .expect(403);
        as("head1").post(signers, "{" + power + "}").expect(422);
        as("head1").post(signers, "{'as': 'DEPUTY', 'officer': 'nobody'}").expect(422);
        JsonNode given = as("head1")
                .post(signers, "{" + power + ", 'authority': '12/GUQ-UBND'}")
                .expect(201)
                .json();
        act("officer2", id, letter, "sign", "{'as': 'HEAD'}").expect(403);
        act("officer2", id, letter, "sign", "{}").expect(200);
        byte[] pdf = as("officer1")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(200)
                .raw()
                .body();
        assertThat(text(pdf)).contains("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG");
        as("head1")
                .post(signers + "/" + given.path("id").asString() + "/end", "{}")
                .expect(200);
        String other = draft(id, "plain");
        act("officer1", id, other, "submit", "{}").expect(200);
        act("officer2", id, other, "sign", "{}").expect(403);
        as("officer3").get(signers).expect(404);
    }

    @Test
    void minutes_are_signed_on_paper_by_all_whom_the_form_names() throws IOException {
        String id = complaint();
        work.step(id);
        work.step(id);
        String letter = draft(id, "verification-minutes");
        act("officer1", id, letter, "submit", "{}").expect(200);
        act("head1", id, letter, "sign", "{}").expect(422);
        String scan = as("clerk1")
                .upload("/api/files", "bb.pdf", "%PDF-1.4\n%x\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String two = "{'place': 'NGƯỜI GHI BIÊN BẢN', 'name': 'Lê Ghi'},"
                + " {'place': 'NGƯỜI TIẾN HÀNH XÁC MINH', 'name': 'Trần Xác'}";
        act("clerk1", id, letter, "sign", "{'scan': '" + scan + "', 'signatories': [null]}")
                .expect(422);
        assertThat(act("clerk1", id, letter, "sign", "{'scan': '" + scan + "', 'signatories': [" + two + "]}")
                        .expect(422)
                        .json()
                        .path("violations"))
                .extracting(one -> one.path("field").asString())
                .singleElement()
                .asString()
                .matches("signatories\\[\\d]\\.name");
        String third = ", {'place': 'NGƯỜI ĐƯỢC LÀM VIỆC', 'name': 'Bà Lan', 'refusal': 'Không nhất trí'}";
        act("clerk1", id, letter, "sign", "{'scan': '" + scan + "', 'signatories': [" + two + third + "]}")
                .expect(200);
        byte[] pdf = as("officer1")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(200)
                .raw()
                .body();
        assertThat(text(pdf))
                .contains("NGƯỜI GHI BIÊN BẢN", "Lê Ghi", "Trần Xác", "Bà Lan", "Không ký: Không nhất trí")
                .doesNotContain("CHỦ TỊCH");
        assertThat(letter(id, letter).path("signatories").size()).isEqualTo(3);
    }

    /** Rows D10: the second complaint is lodged within 30 days of receiving the first decision (LKN Đ33). */
    @Test
    void the_receipt_of_the_decision_starts_the_time_to_complain_again_D10() {
        String id = complaint();
        while (!work.task(id).path("key").asString().equals("issue-resolution")) work.step(id);
        String letter = draft(id, "first-decision");
        signed(id, letter);
        act("clerk1", id, letter, "number", "{}").expect(200);
        act("clerk1", id, letter, "send", "{'way': 'BY_HAND'}").expect(200);
        act("clerk1", id, letter, "deliver", "{}").expect(200);
        JsonNode opened = letter(id, letter).path("opened");
        assertThat(opened.path("stage").asString()).isEqualTo("lodge_2");
        assertThat(opened.path("rule").asString()).isEqualTo("D10");
        assertThat(opened.path("limit").path("amount").asInt()).isEqualTo(30);
    }

    @Test
    void a_recalled_number_is_never_given_again_and_the_replacement_says_so() {
        String id = complaint();
        String letter = draft(id, "plain");
        signed(id, letter);
        act("clerk1", id, letter, "number", "{}").expect(200);
        act("clerk1", id, letter, "recall", "{'reason': 'x'}").expect(403);
        act("head1", id, letter, "recall", "{'reason': 'Ban hành nhầm'}").expect(200);
        String other = as("officer1")
                .post("/api/petitions/" + id + "/letters", "{'template': 'plain', 'replaces': '" + letter + "'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        signed(id, other);
        act("clerk1", id, other, "number", "{}").expect(200);
        assertThat(letter(id, letter).path("state").asString()).isEqualTo("REPLACED");
        assertThat(letter(id, letter).path("number").asString())
                .isNotEqualTo(letter(id, other).path("number").asString());
    }

    @Test
    void numbers_have_no_gap_and_none_is_given_twice_when_many_are_numbered_at_once() throws Exception {
        List<String[]> letters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = complaint();
            for (int j = 0; j < 4; j++) {
                String letter = draft(id, "plain");
                signed(id, letter);
                letters.add(new String[] {id, letter});
            }
        }
        List<Callable<Integer>> hands = new ArrayList<>();
        for (String[] one : letters) {
            // each by two at once: one of them is too late, and takes no number
            hands.add(() -> act("clerk1", one[0], one[1], "number", "{}").status());
            hands.add(() -> act("officer1", one[0], one[1], "number", "{}").status());
        }
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> done : many.invokeAll(hands)) answers.add(done.get());
            assertThat(answers).containsOnly(200, 409);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(letters.size());
        }
        settle();
        List<Integer> serials = jdbc.sql(
                        "select serial from views.letter where unit = 'A' and serial is not null order by serial")
                .query(Integer.class)
                .list();
        assertThat(serials)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, serials.size()).boxed().toList());
        long taken = Objects.requireNonNull(jdbc.sql("select count(*) from ledger.readable_event"
                        + " where name = 'number-book.number-taken' and stream like 'number-book:A:%'")
                .query(Long.class)
                .single());
        assertThat(taken).isEqualTo(serials.size());
    }

    @Test
    void the_head_sees_what_waits_for_a_signature_and_the_book_shows_every_number() {
        String id = complaint();
        String letter = draft(id, "plain");
        act("officer1", id, letter, "submit", "{}").expect(200);
        assertThat(ids(as("head1").get("/api/letters?limit=200").expect(200))).contains(letter);
        assertThat(ids(as("head2").get("/api/letters?limit=200").expect(200))).doesNotContain(letter);
        act("head1", id, letter, "sign", "{}").expect(200);
        assertThat(ids(as("clerk1").get("/api/letters?state=SIGNED&limit=200").expect(200)))
                .contains(letter);
        act("clerk1", id, letter, "number", "{}").expect(200);
        JsonNode book =
                as("inspector1").get("/api/units/A/letter-book").expect(200).json();
        assertThat(StreamSupport.stream(book.path("items").spliterator(), false)
                        .map(row -> row.path("letter").asString()))
                .contains(letter);
        as("officer3").get("/api/units/A/letter-book").expect(404);
    }

    private static List<String> ids(Caller.Answer answer) {
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .map(row -> row.path("id").asString())
                .toList();
    }

    @Test
    void the_head_sets_the_heading_and_where_the_book_of_another_year_goes_on() {
        String heading = "{'superior': 'TỈNH P', 'name': 'ỦY BAN NHÂN DÂN PHƯỜNG B', 'symbol': 'UBND-B',"
                + " 'place': 'Phường B', 'headTitle': 'CHỦ TỊCH'}";
        as("officer3").post("/api/units/B/letter-heading", heading).expect(403);
        as("head2").post("/api/units/B/letter-heading", heading).expect(200);
        assertThat(as("head2")
                        .get("/api/units/B/letter-heading")
                        .expect(200)
                        .json()
                        .path("symbol")
                        .asString())
                .isEqualTo("UBND-B");
        as("head2").post("/api/units/B/letter-heading", "{'name': 'x'}").expect(422);
        as("head2")
                .post("/api/units/B/letter-book", "{'year': 2027, 'next': 118}")
                .expect(200);
        as("head2")
                .post("/api/units/B/letter-book", "{'year': 2027, 'next': 7}")
                .expect(422);
        as("head2").post("/api/units/B/letter-book", "{}").expect(422);
    }

    @Test
    void a_letter_of_a_denunciation_names_no_denouncer_and_is_for_its_handlers() {
        String id = work.handIn("""
                        {'kind': 'DENUNCIATION', 'channel': 'DESK', 'unit': 'A', 'subject': 'Hành vi sai phạm',
                         'content': 'Nội dung tố cáo', 'against': 'Ông B',
                         'petitioners': [{'fullName': 'Người Tố Cáo', 'address': 'Xóm Bí Mật'}]}""").path("id").asString();
        as("head1").get("/api/petitions/" + id + "/letters/forms").expect(200);
        String letter = as("head1")
                .post("/api/petitions/" + id + "/letters", "{'template': 'transfer'}")
                .expect(201)
                .json()
                .path("id")
                .asString();
        Caller.Answer seen =
                as("head1").get("/api/petitions/" + id + "/letters/" + letter).expect(200);
        assertThat(seen.text()).doesNotContain("Người Tố Cáo").doesNotContain("Xóm Bí Mật");
        as("clerk1").get("/api/petitions/" + id + "/letters").expect(404);
        as("inspector1")
                .get("/api/petitions/" + id + "/letters/" + letter + "/pdf")
                .expect(404);
    }
}
