package vn.caunoi.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.PetitionId;

/** The history of a case as a reader wants it, and its whole file on paper. */
class WholeFileTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    private PageVisitor visitor(String account) {
        return new PageVisitor(port).as(account);
    }

    private String handIn() {
        return "/cases/"
                + new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void the_whole_file_is_printed_with_who_printed_it_and_the_look_is_written_down() throws IOException {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        officer.post(path, path + "/do/note", Map.of("text", "Đã gọi điện " + "x".repeat(300)))
                .expect(200);
        assertThat(officer.get(path).html()).contains("/whole.pdf?part=1");
        assertThat(text(officer.file(path + "/whole.pdf")))
                .contains("TOÀN BỘ HỒ SƠ VỤ VIỆC", "in bởi Name of officer1", "như đã ghi đến")
                .contains("Thông tin chung", "Người gửi đơn", "Thời hạn", "ngày 1", "Đã gọi điện", "Lịch sử")
                .contains("Hết hồ sơ.");
        String id = path.substring("/cases/".length());
        assertThat(as("inspector1")
                        .get("/api/petitions/" + id + "/readings")
                        .expect(200)
                        .raw()
                        .body())
                .asString(UTF_8)
                .contains("\"export\"");
    }

    @Test
    void it_is_not_there_for_others_nor_are_parts_it_does_not_have() {
        String path = handIn();
        visitor("officer3").get(path + "/whole.pdf").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=0").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=2").expect(404);
        visitor("officer1").get(path + "/whole.pdf?part=x").expect(400);
    }

    @Test
    void the_history_is_narrowed_by_who_when_and_words_however_they_are_accented() {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        officer.post(path, path + "/do/note", Map.of("text", "Hẹn gặp ở trụ sở"))
                .expect(200);
        assertThat(told(officer, path + "?words=hen+gap")).contains("Hẹn gặp ở trụ sở");
        assertThat(told(officer, path + "?words=hen+gap&events=task")).contains("Không có sự việc nào");
        assertThat(told(officer, path + "?by=officer1&events=step"))
                .contains("Hẹn gặp")
                .doesNotContain("Tiếp nhận đơn");
        assertThat(told(officer, path + "?since=2999-01-01")).contains("Không có sự việc nào");
        assertThat(told(officer, path + "?before=1")).contains("Mới nhất").doesNotContain("Hẹn gặp");
        for (String wrong : new String[] {"?since=2026-13-45", "?until=999999999-01-01", "?before=x", "?words=%00"})
            assertThat(officer.get(path + wrong).status()).isBetween(400, 499);
    }

    private static String told(PageVisitor visitor, String path) {
        return visitor.get(path)
                .expect(200)
                .find("(?s)(<section[^>]*id=\"history\".*?</section>)")
                .replaceAll("<[^>]*>", " ");
    }

    @Test
    void a_long_history_comes_a_hundred_at_a_time() {
        String path = handIn();
        PetitionId petition = new PetitionId(path.substring("/cases/".length()));
        Actor by = Actor.of("officer1", "A", Role.OFFICER);
        for (int no = 0; no < 101; no++)
            commands.send(
                    new CaseCommand.AddNote(petition, "ghi so " + no, by),
                    by.id().value());
        progress.awaitSettled(petition.value(), Duration.ofSeconds(20));
        PageVisitor officer = visitor("officer1");
        String first = told(officer, path);
        assertThat(first).contains("ghi so 100").doesNotContain("ghi so 0 ").contains("Cũ hơn");
        String older = officer.get(path).find("rel=\"next\" href=\"(/cases/[^\"#]+before=[^\"#]+)");
        assertThat(told(officer, older)).contains("ghi so 0 ").doesNotContain("ghi so 100");
    }

    @Test
    void those_who_may_see_the_case_are_offered_to_be_mentioned_and_others_are_refused_with_a_word() {
        String path = handIn();
        PageVisitor officer = visitor("officer1");
        assertThat(officer.get(path + "/mentionable?q=officer").expect(200).html())
                .contains("officer2")
                .doesNotContain("officer3");
        assertThat(officer.get(path + "/mentionable?q=%00").expect(200).html()).isEqualTo("[]");
        visitor("officer3").get(path + "/mentionable?q=o").expect(404);
        assertThat(officer.post(path, path + "/do/note", Map.of("text", "@officer3 xem giúp"))
                        .expect(422)
                        .text())
                .contains("không được xem vụ việc này");
    }
}
