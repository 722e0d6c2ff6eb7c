package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionId;

/** A body outside is asked by a signed link and answers without an account. */
class OpinionPageTest extends RunningApi {

    private static final String SITE = "https://khieunai.example.gov.vn";

    @LocalServerPort
    private int port;

    @Autowired
    private FileDesk files;

    private String id;
    private String code;
    private String paper;
    private PageVisitor officer;
    private String consult;

    @BeforeEach
    void asked() {
        var receipt = new Work(nobody()).handIn(Samples.complaint());
        id = receipt.path("id").asString();
        code = receipt.path("code").asString();
        paper = as("officer1")
                .upload("/api/files", "ban-do.txt", "Bản đồ".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .json()
                .path("id")
                .asString();
        files.attach(paper, new PetitionId(id), Actor.of("officer1", "A", Role.OFFICER));
        officer = new PageVisitor(port).as("officer1");
        String form = "/cases/" + id + "/consults/new";
        assertThat(officer.get(form).expect(200).text()).contains("ban-do.txt");
        Seen wrong = officer.post(form, "/cases/" + id + "/consults", Map.of("body", "Viện Đo đạc"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("Viện Đo đạc");
        Seen done = officer.post(
                        form,
                        "/cases/" + id + "/consults",
                        Map.of("body", "Viện Đo đạc", "question", "Ranh giới ở đâu?", "papers", paper))
                .expect(200);
        consult = done.path();
    }

    @Test
    void the_body_looks_reads_the_paper_and_answers_with_a_file_and_the_case_shows_it() {
        String link = link();
        PageVisitor outside = new PageVisitor(port);
        Seen seen = outside.get(link).expect(200);
        assertThat(seen.text()).contains("Ranh giới ở đâu?", "ban-do.txt").doesNotContain(code);
        assertThat(seen.html()).doesNotContain(id);
        assertThat(outside.get(link + "/files/" + paper).expect(200).html()).isEqualTo("Bản đồ");
        Seen empty = outside.post(link, link + "/answer", Map.of("answer.text", "Ở mép rạch"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html()).contains("Ở mép rạch");
        Seen program = outside.postWithFile(
                link,
                link + "/answer",
                Map.of("answer.text", "Ở mép rạch", "answer.name", "Lê Viện"),
                "a.html",
                "<html><script>alert(1)</script></html>");
        assertThat(program.status()).isEqualTo(422);
        outside.postWithFile(
                        link,
                        link + "/answer",
                        Map.of("answer.text", "Ở mép rạch", "answer.name", "Lê Viện, trưởng phòng"),
                        "y-kien.txt",
                        "Mốc số 7")
                .expect(200);
        assertThat(outside.get(link).status()).as("answered once").isEqualTo(404);
        assertThat(officer.get(consult).expect(200).text())
                .contains("Ở mép rạch", "Lê Viện, trưởng phòng", "y-kien.txt", "Số lần xem");
        assertThat(officer.get("/cases/" + id).expect(200).text()).contains("Ở mép rạch", "Viện Đo đạc");
    }

    @Test
    void a_link_that_was_changed_revoked_or_replaced_opens_nothing_and_sends_nothing() {
        String link = link();
        PageVisitor outside = new PageVisitor(port);
        char last = link.charAt(link.length() - 1);
        assertThat(outside.get(link.substring(0, link.length() - 1) + (last == 'a' ? 'b' : 'a'))
                        .status())
                .isEqualTo(404);
        outside.get(link).expect(200);
        officer.post(consult, consult + "/link", Map.of()).expect(200);
        assertThat(outside.get(link).status()).isEqualTo(404);
        String second = link();
        assertThat(second).isNotEqualTo(link);
        outside.get(second).expect(200);
        officer.post(consult, consult + "/revoke", Map.of()).expect(200);
        assertThat(outside.get(second).status()).isEqualTo(404);
        assertThat(officer.get(consult).expect(200).html()).doesNotContain(SITE + "/opinion/");
    }

    @Test
    void a_form_of_another_site_answers_nothing() {
        String link = link();
        assertThat(new PageVisitor(port)
                        .call("POST", link + "/answer?answer.text=x&answer.name=y", "", "")
                        .status())
                .isEqualTo(403);
        assertThat(officer.get(consult).expect(200).text()).contains("đang chờ");
    }

    @Test
    void who_is_asked_inside_finds_it_in_the_task_list_and_declines_there() {
        Seen done = officer.post(
                        "/cases/" + id + "/consults/new",
                        "/cases/" + id + "/consults",
                        Map.of("unit", "B", "question", "Có quy hoạch không?"))
                .expect(200);
        String inside = "/consults/" + done.path().substring(done.path().lastIndexOf('/') + 1);
        PageVisitor other = new PageVisitor(port).as("officer3");
        assertThat(other.get("/consults").expect(200).html()).contains(inside);
        assertThat(other.get("/inbox").expect(200).text()).contains("Đơn vị được hỏi ý kiến");
        assertThat(other.get(inside).expect(200).text())
                .contains("Có quy hoạch không?")
                .doesNotContain(code);
        other.post(inside, inside + "/decline", Map.of("decline.reason", "Không quản lý"))
                .expect(200);
        assertThat(officer.get(done.path()).expect(200).text()).contains("Không quản lý");
        assertThat(officer.get("/cases/mine").expect(200).text()).contains("Đang chờ ý kiến");
    }

    private String link() {
        return officer.get(consult).expect(200).find("id=\"link\">" + SITE + "([^<]+)<");
    }
}
