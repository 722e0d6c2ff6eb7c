package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** A paper that came by post is put into its case by whoever opens the mail. */
class PaperPageTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void a_paper_is_added_from_the_documents_of_the_case_and_stands_there_with_its_day_and_sender() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        String form = "/cases/" + id + "/papers/new";
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        assertThat(clerk.get("/cases/" + id).expect(200).html()).contains(form);
        Map<String, String> typed = Map.of("kind", "REPLY", "receivedOn", "2026-11-18", "sender", "Sở Tài nguyên");
        Seen wrong = clerk.upload(form, form, Map.of(), typed).expect(422);
        assertThat(wrong.html()).contains("scan-error", "Sở Tài nguyên").doesNotContain("??");
        Seen added = clerk.upload(form, form, Map.of("scan", "Phúc đáp công văn số 12"), typed)
                .expect(200);
        assertThat(added.text())
                .contains("Đã thêm tài liệu", "Trả lời của cơ quan được hỏi", "Đến ngày 18/11/2026, của Sở Tài nguyên")
                .contains("Thêm tài liệu đến ngày 18/11/2026: Trả lời của cơ quan được hỏi, của Sở Tài nguyên")
                .doesNotContain("??");
        new PageVisitor(port).as("officer3").get(form).expect(404);
        new PageVisitor(port).as("inspector1").get(form).expect(403);
    }
}
