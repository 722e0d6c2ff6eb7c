package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Reorganisations and appointments as administrators meet them, without script. */
class ReorganisationPagesTest extends RunningApi {

    private static final String ALL = "/admin/reorganisations";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void a_plan_is_looked_at_mended_saved_and_withdrawn() {
        String one = "W1" + UUID.randomUUID();
        String other = "W2" + UUID.randomUUID();
        commands.send(new EstablishUnit(new UnitId(one), new UnitId("P"), "Xã Một"), "test");
        commands.send(new EstablishUnit(new UnitId(other), new UnitId("P"), "Xã Hai"), "test");
        settle();
        PageVisitor admin = new PageVisitor(port).as("admin1");
        assertThat(admin.get(ALL).expect(200).html()).doesNotContain("??");
        assertThat(admin.get(ALL + "/new").expect(200).html())
                .contains("Xã Một")
                .doesNotContain("??");
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("title", "Sáp nhập xã");
        sent.put("on", LocalDate.now().plusYears(5).toString());
        sent.put("kind", "MERGE");
        sent.put("unit", one);
        sent.put("to", "");
        sent.put("look", "yes");
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(422).text())
                .contains("Dòng 1, Đơn vị tiếp nhận: Phải nhập.");
        sent.put("to", other);
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(200).html())
                .contains("Xã Một (" + one + ")", "Xã Hai (" + other + ")")
                .doesNotContain("??");
        sent.remove("look");
        assertThat(admin.post(ALL + "/new", ALL + "/new", sent).expect(200).html())
                .contains("sáp nhập vào Xã Hai", "Đã lên kế hoạch", "Rút kế hoạch")
                .doesNotContain("??");
        new PageVisitor(port).as("head1").get(ALL).expect(403);
    }

    @Test
    void an_appointment_is_given_from_a_day_on() {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        assertThat(admin.get("/admin/officers?q=officer3").expect(200).html())
                .contains("Name of officer3")
                .doesNotContain("??");
        String at = "/admin/officers/officer3";
        assertThat(admin.get(at).expect(200).html())
                .contains("thanh tra, giám sát toàn tỉnh")
                .doesNotContain("??");
        Map<String, String> sent =
                new LinkedHashMap<>(Map.of("unit", "B", "name", "Name of officer3", "roles", "head"));
        assertThat(admin.post(at, at, sent).expect(422).html()).doesNotContain("??");
        sent.put("from", "0001-01-01");
        assertThat(admin.post(at, at, sent).expect(422).text()).contains("Ngoài giới hạn cho phép.");
        sent.put("from", LocalDate.now().plusYears(9).toString());
        assertThat(admin.post(at, at, sent).expect(200).html())
                .contains("Đã ghi bổ nhiệm")
                .doesNotContain("??");
        admin.get("/admin/officers/nobody-there").expect(404);
    }
}
