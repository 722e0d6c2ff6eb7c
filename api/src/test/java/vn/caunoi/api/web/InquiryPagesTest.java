package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** Inspectors ask a unit about a case; the unit answers once. */
class InquiryPagesTest extends RunningApi {

    private static final String PAGE = "/audit/questions";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void a_unit_is_asked_is_told_and_answers_in_time_or_is_shown_late() {
        var handedIn = new Work(nobody()).handIn(Samples.complaint());
        String code = handedIn.path("code").asString();
        jdbc.update("insert into vault.notice_choice (officer, email, how, language) values"
                + " ('head1', 'head1@example.gov.vn', 'DAILY', 'VI') on conflict do nothing");
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        Seen wrong = inspector
                .post(PAGE, PAGE, Map.of("case", "nothing", "replyBy", "2020-01-01", "question", "Vì sao chậm?"))
                .expect(422);
        assertThat(wrong.html()).contains("case-error", "replyBy-error", ">Vì sao chậm?<");
        Seen asked = inspector
                .post(PAGE, PAGE, Map.of("case", code, "replyBy", "2026-12-01", "question", "Vì sao chậm " + code))
                .expect(200);
        assertThat(asked.text())
                .contains("Đã gửi câu hỏi.", "Vì sao chậm " + code)
                .doesNotContain("??");
        assertThat(jdbc.queryForObject(
                        "select count(*) from vault.notice where topic = 'QUESTION_ASKED' and code = ? and officer = 'head1'",
                        Long.class,
                        code))
                .isOne();
        jdbc.update(
                "update vault.audit_question set reply_by = '2026-01-01' where petition = ?",
                handedIn.path("id").asString());
        assertThat(inspector.get(PAGE).text()).contains("quá hạn trả lời");

        PageVisitor elsewhere = new PageVisitor(port).as("head2");
        assertThat(elsewhere.get(PAGE).expect(200).text()).doesNotContain(code);
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen list = head.get(PAGE).expect(200);
        assertThat(list.text()).contains("Vì sao chậm " + code);
        String id = jdbc.queryForObject(
                "select id::text from vault.audit_question where petition = ?",
                String.class,
                handedIn.path("id").asString());
        String answer = PAGE + "/" + id + "/answer";
        elsewhere.post(PAGE, answer, Map.of("answer", "Không biết")).expect(404);
        inspector.post(PAGE, answer, Map.of("answer", "Tôi")).expect(403);
        assertThat(head.post(PAGE, answer, Map.of("answer", " ")).expect(422).html())
                .contains("answer-error");
        assertThat(head.post(PAGE, answer, Map.of("answer", "Đang chờ đo đạc " + code))
                        .expect(200)
                        .text())
                .contains("Đã gửi trả lời.");
        head.post(PAGE, answer, Map.of("answer", "Lần nữa")).expect(422);
        assertThat(inspector.get(PAGE).expect(200).text()).contains("Đang chờ đo đạc " + code);
        head.post(PAGE, PAGE, Map.of("case", code)).expect(403);
        assertThat(head.post(PAGE, PAGE + "/%00/answer", Map.of("answer", "x")).status())
                .isBetween(400, 499);
        jdbc.update("delete from vault.notice_choice where officer = 'head1'");
    }

    @Test
    void a_head_asks_why_a_case_is_overdue_and_its_officer_answers_on_its_page() {
        String late = Samples.complaint()
                .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2026-09-01T08:00:00+07:00'");
        Work work = new Work(nobody());
        var handedIn = work.handIn(late);
        String id = handedIn.path("id").asString();
        String code = handedIn.path("code").asString();
        as("head1")
                .post("/api/petitions/" + id + "/reassign", "{'officer': 'officer1', 'reason': 'Phân công'}")
                .expect(200);
        jdbc.update("insert into vault.notice_choice (officer, email, how, language) values"
                + " ('officer1', 'officer1@example.gov.vn', 'DAILY', 'VI'), ('head1', 'head1@example.gov.vn', 'DAILY', 'VI')"
                + " on conflict do nothing");
        String page = "/cases/" + id;
        String form = page + "/do/explain";
        PageVisitor head = new PageVisitor(port).as("head1");
        Seen wrong = head.post(form, form, Map.of("question", "Vì sao chậm?", "replyBy", "2020-01-01"))
                .expect(422);
        assertThat(wrong.html()).contains("q-replyBy", ">Vì sao chậm?<");
        Seen asked = head.post(form, form, Map.of("question", "Vì sao chậm " + code, "replyBy", "2026-12-31"))
                .expect(200);
        assertThat(asked.text())
                .contains("Đã yêu cầu giải trình.", "Vì sao chậm " + code)
                .doesNotContain("??");
        assertThat(head.get("/directions").expect(200).text()).contains("Vì sao chậm " + code);

        String id2 = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String other = "/cases/" + id2 + "/do/explain";
        head.get(other).expect(404);
        assertThat(head.post(page, other, Map.of("question", "x", "replyBy", "2026-12-31"))
                        .expect(422)
                        .text())
                .contains("Chưa hết hạn");

        Seen officer = new PageVisitor(port).as("officer1").get(page).expect(200);
        String answer = officer.find("action=\"(/audit/questions/[^\"]+/answer)\"");
        new PageVisitor(port)
                .as("officer2")
                .post(page, answer, Map.of("answer", "Tôi không phụ trách"))
                .expect(403);
        Seen answered = new PageVisitor(port)
                .as("officer1")
                .post(page, answer, Map.of("answer", "Chờ giám định " + code, "back", page))
                .expect(200);
        assertThat(answered.path()).isEqualTo(page);
        assertThat(answered.text()).contains("Đã gửi trả lời.", "Chờ giám định " + code);
        assertThat(head.get("/directions").expect(200).text()).doesNotContain("Vì sao chậm " + code);
        assertThat(jdbc.queryForList(
                        "select officer || ' ' || topic from vault.notice where code = ? and topic in"
                                + " ('EXPLANATION_ASKED', 'QUESTION_ANSWERED') order by at",
                        String.class,
                        code))
                .containsExactlyInAnyOrder("officer1 EXPLANATION_ASKED", "head1 QUESTION_ANSWERED");
        jdbc.update("delete from vault.notice_choice where officer in ('officer1', 'head1')");
    }

    @Test
    void what_was_asked_is_not_kept_in_clear() {
        var handedIn = new Work(nobody()).handIn(Samples.complaint());
        new PageVisitor(port)
                .as("inspector1")
                .post(
                        PAGE,
                        PAGE,
                        Map.of(
                                "case",
                                handedIn.path("code").asString(),
                                "replyBy",
                                "2026-12-01",
                                "question",
                                "Quite in the clear"))
                .expect(200);
        assertThat(jdbc.queryForList("select encode(question, 'escape') from vault.audit_question", String.class))
                .noneMatch(kept -> kept.contains("Quite in the clear"));
    }
}
