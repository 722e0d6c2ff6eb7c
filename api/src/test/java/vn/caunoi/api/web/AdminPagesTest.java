package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** An administrator sees what wants them, the units of the house, and helps a processor that could not take an event. */
class AdminPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_first_page_leads_to_all_that_an_administrator_keeps() {
        String page = admin().get("/admin").expect(200).html();
        assertThat(page)
                .contains("href=\"/admin/units\"", "href=\"/admin/accounts\"", "href=\"/admin/processors\"")
                .contains("href=\"/admin/letter-forms\"", "href=\"/admin/webhooks\"", "href=\"/processes\"");
    }

    @Test
    void units_stand_under_units_with_those_who_work_there() {
        String page = admin().get("/admin/units").expect(200).html();
        assertThat(page).contains("<code>P</code>", "<code>A</code>", "depth-1");
        assertThat(page.indexOf("<code>P</code>")).isLessThan(page.indexOf("<code>A</code>"));
        admin().get("/admin/units?ended=true").expect(200);
        admin().get("/admin/units?ended=perhaps").expect(400);
    }

    @Test
    void a_circle_of_units_is_shown_once_and_does_no_harm() {
        var a = new Directory.Unit(new UnitId("a"), null, "A");
        var b = new Directory.Unit(new UnitId("b"), new UnitId("a"), "B");
        var lost = new Directory.Unit(new UnitId("c"), new UnitId("nowhere"), "C");
        assertThat(UnitTree.of(List.of(b, lost, a), List.of()))
                .extracting(row -> row.unit().name() + row.depth())
                .containsExactly("A0", "B1", "C0");
    }

    @Test
    void what_a_processor_could_not_take_is_told_and_offered_again() {
        jdbc.sql("alter table views.absence add constraint broken check (deputy is distinct from 'officer2') not valid")
                .update();
        try {
            Map<String, String> away = Map.of("from", "2027-03-01", "until", "2027-03-02", "deputy", "officer2");
            new PageVisitor(port)
                    .as("head1")
                    .post("/officers/officer1/absence", "/officers/officer1/absence", away)
                    .expect(200);
            await().until(() -> admin().get("/admin").text().contains("Sự kiện mà bộ xử lý chưa nhận được"));
            assertThat(admin().get("/admin/processors").html()).contains("/admin/processors/directory/retry");
            assertThat(retry().text()).contains("còn 1 chưa nhận được");
        } finally {
            jdbc.sql("alter table views.absence drop constraint broken").update();
        }
        assertThat(retry().text()).contains("Bộ xử lý đã nhận tất cả.");
        assertThat(admin().get("/admin/processors").html()).doesNotContain("/retry");
        admin().post("/admin/processors", "/admin/processors/nothing/retry", Map.of())
                .expect(404);
    }

    private PageVisitor.Seen retry() {
        return admin().post("/admin/processors", "/admin/processors/directory/retry", Map.of())
                .expect(200);
    }

    private PageVisitor admin() {
        return new PageVisitor(port).as("admin1");
    }
}
