package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** An administrator sees what wants them, the units of the house. */
class AdminPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

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

    private PageVisitor admin() {
        return new PageVisitor(port).as("admin1");
    }
}
