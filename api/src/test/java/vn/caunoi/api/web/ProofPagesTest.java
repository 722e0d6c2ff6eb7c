package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** What the house can prove about itself. */
class ProofPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void what_was_changed_in_the_house_is_told_with_what_it_was_before() {
        appoint("moved1", "A", Role.OFFICER);
        appoint("moved1", "B", Role.HEAD);
        accounts().create(List.of("logged1"));
        settle();
        PageVisitor admin = new PageVisitor(port).as("admin1");
        admin.post("/admin/accounts", "/admin/accounts/logged1/close", Map.of()).expect(200);
        Seen appointed = admin.get("/audit/changes?topic=appointment&by=system:audit&from=2020-01-01&to=9999-12-31")
                .expect(200);
        assertThat(appointed.html())
                .contains("<del>Unit A</del>", "<ins>Unit B</ins>", "<del>cán bộ giải quyết</del>")
                .doesNotContain("??");
        assertThat(appointed.text()).contains("Name of moved1");
        assertThat(admin.get("/audit/changes?topic=account").expect(200).text())
                .contains("Đóng tài khoản: logged1", "Mở tài khoản: logged1");
        assertThat(admin.get("/audit/changes?topic=account&by=admin1")
                        .expect(200)
                        .text())
                .contains("Đóng tài khoản: logged1")
                .doesNotContain("Mở tài khoản: logged1");
        String csv = new String(admin.file("/audit/changes.csv?topic=appointment"), StandardCharsets.UTF_8);
        assertThat(csv).contains("Unit A,Unit B");
        admin.get("/audit/changes").expect(200);
        for (String bad : List.of("topic=nothing", "from=999999999-01-01", "to=x", "by=%00", "cursor=x"))
            assertThat(admin.get("/audit/changes?" + bad).status()).as(bad).isBetween(400, 499);
        new PageVisitor(port).as("head1").get("/audit/changes").expect(403);
    }

    @Test
    void the_looks_at_sealed_identities_are_for_inspectors() {
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        String one = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        jdbc.update(
                "insert into vault.reading (id, petition, reader, at, what) values (?, ?, 'officer2', now(), 'identity')",
                java.util.UUID.randomUUID().toString(),
                one);
        assertThat(inspector.get("/audit/identities?by=officer2").expect(200).html())
                .contains("/cases/" + one)
                .doesNotContain("??");
        assertThat(inspector
                        .get("/audit/identities?by=officer2&to=2001-01-01")
                        .expect(200)
                        .html())
                .doesNotContain("/cases/" + one);
        assertThat(inspector
                        .get("/audit/identities?by=officer2&what=person")
                        .expect(200)
                        .html())
                .doesNotContain("/cases/" + one);
        jdbc.update("update vault.reading set what = 'person' where reader = 'officer2' and petition = ?", one);
        assertThat(inspector
                        .get("/audit/identities?by=officer2&what=person")
                        .expect(200)
                        .html())
                .contains("/cases/" + one, "value=\"person\" selected");
        inspector.get("/audit/identities?from=999999999-01-01").expect(400);
        new PageVisitor(port).as("admin1").get("/audit/identities").expect(403);
    }

    @Test
    void the_record_is_checked_whole_or_case_by_case() {
        var handedIn = new Work(nobody()).handIn(Samples.complaint());
        PageVisitor inspector = new PageVisitor(port).as("inspector1");
        assertThat(inspector
                        .get("/audit/integrity?case=" + handedIn.path("code").asString())
                        .expect(200)
                        .text())
                .contains("Nguyên vẹn: ")
                .doesNotContain("??");
        inspector.post("/audit/integrity", "/audit/integrity", Map.of()).expect(200);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !inspector.get("/audit/integrity").text().contains("đang kiểm tra"));
        assertThat(inspector.get("/audit/integrity").text()).contains("Điều chưa chứng minh được", "Nguyên vẹn: ");
    }

    private void appoint(String name, String unit, Role role) {
        commands.send(
                new AppointOfficer(new OfficerId(name), new UnitId(unit), "Name of " + name, Set.of(role)),
                "system:audit");
    }
}
