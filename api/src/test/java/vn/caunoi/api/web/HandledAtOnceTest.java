package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;

class HandledAtOnceTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Test
    void another_way_than_the_tables_propose_needs_a_reason_which_is_recorded_with_the_proposal() {
        PageVisitor officer = new PageVisitor(port).as("officer1");
        Map<String, String> typed = typed("transfer");
        typed.put("category", "environment");
        Seen asked = officer.post("/hand-in", "/hand-in", typed).expect(422);
        assertThat(asked.text()).contains("Bảng xử lý (dòng H20) đề nghị: Đã phân loại. Hãy ghi vì sao xử lý khác.");
        assertThat(asked.html()).contains("Rác để giữa đường", "id=\"q-then-departure-error\"");
        typed.put("then.departure", "Công ty môi trường đã nhận việc");
        Seen slip = officer.post("/hand-in", "/hand-in", typed).expect(200);
        assertThat(slip.text()).contains("Đơn đã nhận và đã xử lý.");
        assertThat(officer.get(slip.path().replace("/hand-in/", "/cases/")).text())
                .contains("H20", "Công ty môi trường đã nhận việc");
    }

    @Test
    void what_the_table_proposes_needs_no_reason_and_who_says_the_unit_is_competent_is_believed_first() {
        PageVisitor officer = new PageVisitor(port).as("officer1");
        Map<String, String> typed = typed("transfer");
        typed.put("category", "environment");
        typed.put("then.competent", "no");
        assertThat(officer.post("/hand-in", "/hand-in", typed).expect(200).text())
                .contains("Đơn đã nhận và đã xử lý.");
    }

    @Test
    void where_nobody_says_whether_the_unit_is_competent_nothing_is_proposed() {
        PageVisitor officer = new PageVisitor(port).as("officer1");
        assertThat(officer.post("/hand-in", "/hand-in", typed("store"))
                        .expect(200)
                        .text())
                .contains("Đơn đã nhận và đã xử lý.");
    }

    private static Map<String, String> typed(String way) {
        return new LinkedHashMap<>(Map.of(
                "seed", UUID.randomUUID().toString(),
                "kind", "FEEDBACK",
                "channel", "DESK",
                "unit", "A",
                "subject", "Rác để giữa đường",
                "content", "Rác để giữa đường ba ngày",
                "petitioners[0].fullName", "Trần Thị Bình",
                "then.way", way,
                "then.to", "Công ty môi trường",
                "then.reason", "Thuộc trách nhiệm công ty"));
    }
}
