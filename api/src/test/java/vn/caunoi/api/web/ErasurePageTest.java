package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;

class ErasurePageTest extends RunningApi {

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @LocalServerPort
    private int port;

    @Test
    void an_administrator_sees_what_would_go_confirms_it_and_it_is_gone() {
        String code = closedCase();
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String page = "/admin/erasure?code=" + code;
        PageVisitor.Seen before = admin.get(page).expect(200);
        assertThat(before.find("<h1[^>]*>([^<]*)</h1>")).isEqualTo("Xóa dữ liệu cá nhân");
        assertThat(before.text())
                .contains("T. T. B.")
                .doesNotContain("Trần Thị Bé")
                .doesNotContain("??");
        Map<String, String> typed = Map.of("code", code, "reason", "Công văn 3/CV", "early", "true");
        PageVisitor.Seen unconfirmed = admin.post(page, "/admin/erasure", typed).expect(422);
        assertThat(unconfirmed.text()).contains("Hãy xác nhận", "Công văn 3/CV");
        PageVisitor.Seen named = admin.post(
                        page,
                        "/admin/erasure",
                        Map.of("code", code, "reason", "Bà Trần Thị Bé", "early", "true", "confirm", "true"))
                .expect(422);
        assertThat(named.text()).contains("Không được ghi chính dữ liệu sẽ bị xóa");
        PageVisitor.Seen done = admin.post(
                        page,
                        "/admin/erasure",
                        Map.of("code", code, "reason", "Công văn 3/CV", "early", "true", "confirm", "true"))
                .expect(200);
        assertThat(done.text()).contains("Đã xóa vĩnh viễn");
        assertThat(new PageVisitor(port)
                        .as("officer1")
                        .get("/cases/" + code)
                        .expect(200)
                        .text())
                .contains("Đã xóa dữ liệu cá nhân")
                .doesNotContain("Trần Thị Bé");
    }

    @Test
    void an_unknown_code_is_told_and_others_may_not_look() {
        assertThat(new PageVisitor(port)
                        .as("admin1")
                        .get("/admin/erasure?code=nothing")
                        .expect(200)
                        .text())
                .contains("Không có hồ sơ mang mã này");
        new PageVisitor(port).as("head1").get("/admin/erasure").expect(403);
    }

    private String closedCase() {
        JsonNode receipt =
                as("clerk1").post("/api/petitions", Samples.least()).expect(201).json();
        String id = receipt.path("id").asString();
        commands.send(new Report.CloseCase(new PetitionId(id), ClosingGround.STORED), "test");
        progress.awaitSettled(id, Duration.ofSeconds(20));
        return receipt.path("code").asString();
    }
}
