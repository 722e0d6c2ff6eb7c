package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.ApiProgram;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Who observes reads where every case stands, and neither learns who wrote what nor writes anything. */
class ObserverPagesTest extends RunningApi {

    private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final LocalDate TODAY = ApiProgram.START.atZone(DueDate.ZONE).toLocalDate();

    /** What only the petition knows. */
    private static final List<String> SECRETS = List.of(
            "Nguyễn Văn An",
            "001085012345",
            "0912345678",
            "không đồng ý với quyết định",
            "Hủy quyết định",
            "12/QĐ-UBND",
            "Thôn 3",
            "Nội dung của ");

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") private RequestMappingHandlerMapping mappings;

    @BeforeEach
    void observersAppear() {
        accounts().create(List.of("observer1", "auditor1", "gone1"));
        appoint("observer1", null, Role.OBSERVER);
        appoint("auditor1", TODAY.plusYears(20), Role.INSPECTOR, Role.OBSERVER);
        appoint("gone1", TODAY.minusDays(1), Role.OBSERVER);
        settle();
    }

    @Test
    void an_observer_reads_where_a_case_stands_now_and_before_without_names_and_texts() {
        Work work = new Work(nobody());
        JsonNode handedIn = work.handIn(Samples.complaint());
        String id = handedIn.path("id").asString();
        for (int step = 0; step < 3; step++) work.step(id);
        settle();
        PageVisitor observer = new PageVisitor(port).as("observer1");
        assertThat(observer.get("/").path()).isEqualTo("/observe");
        assertThat(observer.get("/observe?kind=COMPLAINT&unit=A&sort=NEWEST")
                        .expect(200)
                        .html())
                .contains("/observe/" + id)
                .doesNotContain("??");
        var seen = observer.get("/observe?code=" + handedIn.path("code").asString())
                .expect(200);
        assertThat(seen.path()).isEqualTo("/observe/" + id);
        assertThat(seen.text()).contains("Khiếu nại", "Unit A", "Lịch sử").doesNotContain("??");
        assertThat(seen.text()).doesNotContain(SECRETS);
        String first = seen.find("(/observe/" + id + "\\?asOf=[^\"]+)\"(?![\\s\\S]*asOf=)");
        assertThat(observer.get(first).expect(200).text())
                .contains("Như được ghi đến lúc")
                .doesNotContain(SECRETS);
        assertThat(observer.get("/observe?q=Nguyễn&name=An").expect(200).html()).contains("/observe/" + id);
        for (String bad : List.of("/observe?kind=x", "/observe?cursor=x", "/observe/" + id + "?asOf=999999999"))
            assertThat(observer.get(bad).status()).as(bad).isBetween(400, 499);
        observer.get("/observe/nothing").expect(404);
        new PageVisitor(port).as("officer1").get("/observe").expect(403);
    }

    @Test
    void nothing_else_that_can_be_read_tells_an_observer_what_a_case_is_about() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        PageVisitor observer = new PageVisitor(port).as("observer1");
        List<String> told = new ArrayList<>();
        for (String path : paths("GET")) {
            String at = path.replaceAll("\\{id}|\\{petition}", id).replaceAll("\\{[^}]*}", "1");
            String answer = observer.call("GET", at, "", "").html();
            if (SECRETS.stream().anyMatch(answer::contains)) told.add(at);
        }
        assertThat(told).isEmpty();
        observer.get("/cases/" + id).expect(404);
        observer.get("/cases").expect(403);
    }

    @Test
    void whoever_observes_writes_nothing_by_any_call_or_form() {
        List<String> open = new ArrayList<>();
        for (String account : List.of("observer1", "auditor1")) {
            PageVisitor pages = new PageVisitor(port).as(account);
            for (String method : WRITING) {
                for (String path : paths(method)) {
                    String at = path.replaceAll("\\{[^}]*}", "1");
                    int status = path.startsWith("/api/")
                            ? called(account, method, at)
                            : pages.post("/processes", at, Map.of()).status();
                    if (status != 403 && status != 404) open.add(account + " " + method + " " + at + " " + status);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void an_inspector_who_only_observes_reads_as_an_inspector_until_the_appointment_ends() {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        assertThat(as("auditor1").get("/api/petitions/" + id).expect(200).text())
                .contains("Nguyễn Văn An");
        as("auditor1").get("/api/petitions").expect(200);
        new PageVisitor(port).as("observer1").get("/observe").expect(200);
        assertThat(new PageVisitor(port).as("gone1").get("/observe").status()).isEqualTo(403);
    }

    /** As whatever the call takes. */
    private int called(String account, String method, String path) {
        int status = sent(account, method, path, "application/json");
        if (status == 415) status = sent(account, method, path, "application/xml");
        return status == 415
                ? as(account).upload(path, "a.txt", new byte[] {'a'}).status()
                : status;
    }

    private int sent(String account, String method, String path, String type) {
        return as(account)
                .with("Content-Type", type)
                .send(method, path, "{}".getBytes(StandardCharsets.UTF_8))
                .status();
    }

    /** Every path that is served for a method, but logging in and out and the look of the own browser. */
    private List<String> paths(String method) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(info -> serves(info, method))
                .flatMap(info -> info.getPatternValues().stream())
                .filter(path -> !Set.of("/language", "/theme", "/error").contains(path))
                .sorted()
                .toList();
    }

    private static boolean serves(RequestMappingInfo info, String method) {
        return info.getMethodsCondition().getMethods().stream()
                .anyMatch(one -> one.name().equals(method));
    }

    private void appoint(String name, @Nullable LocalDate until, Role... roles) {
        commands.send(
                new AppointOfficer(
                        new OfficerId(name),
                        new UnitId("P"),
                        "Name of " + name,
                        Set.of(roles),
                        TODAY.minusDays(9),
                        until),
                "system:observers");
    }
}
