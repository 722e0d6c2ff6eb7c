package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** An inspector looks for flags, draws samples that anybody can draw again, and takes cases along. */
class AuditPagesTest extends RunningApi {

    private static final Pattern CODE = Pattern.compile("class=\"code\" href=\"/cases/[^\"]+\">([^<]+)<");

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void a_case_recorded_long_after_it_came_is_flagged_and_says_why() {
        String backdated = Samples.complaint().replaceFirst("\\{", "{\"receivedAt\": \"2026-10-20T09:00:00+07:00\",");
        JsonNode late = new Work(nobody()).handIn(backdated);
        new Work(nobody()).handIn(backdated);
        JsonNode plain = new Work(nobody()).handIn(Samples.complaint());
        Seen run = finished(inspector(), Map.of("unit", "A"));
        assertThat(run.text()).contains(late.path("code").asString(), "Ghi lùi ngày", "hơn 10 ngày trước");
        assertThat(inspector().get(run.path() + "?flag=BACKDATED").expect(200).text())
                .contains(late.path("code").asString())
                .doesNotContain(plain.path("code").asString());
        assertThat(inspector()
                        .get("/cases/" + late.path("id").asString() + "/moments-of-record")
                        .expect(200)
                        .text())
                .contains("ghi muộn");
        calledFor(run.path().substring("/audit/".length()), late, plain);
    }

    /** The same, as a program reads it. */
    private void calledFor(String run, JsonNode late, JsonNode plain) {
        String calls = "/api/oversight/audits/" + run;
        JsonNode found = as("inspector1").get(calls).expect(200).json();
        assertThat(found.path("run").path("over").asBoolean()).isTrue();
        int flagged = found.path("flags").path("BACKDATED").asInt();
        assertThat(flagged).isPositive();
        JsonNode cases = as("inspector1")
                .get(calls + "/cases?limit=200&flag=backdated")
                .expect(200)
                .json()
                .path("items");
        assertThat(cases.size()).isEqualTo(Math.min(200, flagged));
        assertThat(cases.findValuesAsString("code"))
                .contains(late.path("code").asString())
                .doesNotContain(plain.path("code").asString());
        JsonNode first =
                as("inspector1").get(calls + "/cases?limit=1").expect(200).json();
        String second = as("inspector1")
                .get(calls + "/cases?limit=1&cursor=" + first.path("next").asString())
                .expect(200)
                .text();
        assertThat(second)
                .doesNotContain(first.path("items").get(0).path("code").asString());
        assertThat(as("inspector1")
                        .get("/api/oversight/audits?limit=200")
                        .expect(200)
                        .text())
                .contains(run);
        as("head1").get(calls).expect(404);
        as("officer1").get(calls).expect(403);
        as("inspector1").get(calls + "/cases?flag=nothing").expect(422);
    }

    @Test
    void numbers_that_no_letter_has_are_flagged_with_the_cases_beside_them_and_who_skipped_them() {
        commands.send(new EstablishUnit(new UnitId("G"), new UnitId("P"), "Unit G"), "system:test");
        List.of("clerk", "officer", "head").forEach(name -> appoint(name, Role.valueOf(name.toUpperCase(Locale.ROOT))));
        settle();
        Work work = new Work(nobody(), "clerk-g", "officer-g", "head-g");
        JsonNode before = numbered(work);
        as("head-g").post("/api/units/G/letter-book", "{'next': 5}").expect(200);
        JsonNode after = numbered(work);
        settle();
        Seen run = finished(inspector(), Map.of("unit", "G"));
        assertThat(run.text())
                .contains("Số văn bản bị bỏ trống", "Số 2–4 trong sổ của Unit G, năm 2026", "Name of head")
                .contains(before.path("code").asString(), after.path("code").asString());
        assertThat(new String(inspector().file(run.path() + "/cases.csv"), StandardCharsets.UTF_8))
                .contains("Số 2–4 trong sổ của Unit G");
    }

    private void appoint(String name, Role role) {
        OfficerId id = new OfficerId(name + "-g");
        commands.send(new AppointOfficer(id, new UnitId("G"), "Name of " + name, Set.of(role)), "system:test");
        accounts().create(List.of(id.value()));
    }

    /** A case with a letter that has a number. */
    private JsonNode numbered(Work work) {
        JsonNode receipt = work.handIn(Samples.complaint());
        String id = receipt.path("id").asString();
        work.step(id);
        work.step(id);
        String letters = "/api/petitions/" + id + "/letters";
        String letter = letters + "/"
                + as("officer-g")
                        .post(letters, "{'template': 'acceptance'}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        as("officer-g").post(letter + "/submit", "{}").expect(200);
        as("head-g").post(letter + "/sign", "{}").expect(200);
        as("clerk-g").post(letter + "/number", "{}").expect(200);
        return receipt;
    }

    @Test
    void what_was_closed_and_handed_in_anew_by_the_same_is_flagged_on_both_cases() {
        Work work = new Work(nobody());
        String petition = Samples.complaint().replace("001085012345", "001085099999");
        JsonNode first = work.handIn(petition);
        String path = "/cases/" + first.path("id").asString() + "/do/withdraw";
        new PageVisitor(port)
                .as("clerk1")
                .post(path, path, Map.of("reason", "Tự rút", "confirm", "true"))
                .expect(200);
        settle();
        JsonNode again = work.handIn(petition);
        settle();
        Seen run = finished(inspector(), Map.of("unit", "A"));
        Seen flagged = inspector().get(run.path() + "?flag=HANDED_IN_ANEW").expect(200);
        assertThat(flagged.text())
                .contains("Đã đóng, rồi nộp lại trong vòng 30 ngày")
                .contains(first.path("code").asString(), again.path("code").asString());
        assertThat(flagged.html()).contains("/cases/" + again.path("id").asString() + "\"");
    }

    @Test
    void the_same_seed_draws_the_same_cases_and_another_other_ones() {
        Work work = new Work(nobody());
        for (int i = 0; i < 12; i++) work.handIn(Samples.complaint());
        PageVisitor inspector = inspector();
        List<String> first = codes(finished(inspector, sample("4f2a")));
        assertThat(first).hasSize(5);
        assertThat(codes(finished(inspector, sample("4f2a")))).isEqualTo(first);
        assertThat(codes(finished(inspector, sample("9c01")))).isNotEqualTo(first);
    }

    @Test
    void a_bundle_holds_the_case_its_events_and_sums_that_fit() throws Exception {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        Map<String, byte[]> files = unzipped(inspector().file("/cases/" + id + "/bundle.zip"));
        String sums = new String(files.remove("SHA256SUMS.txt"), StandardCharsets.UTF_8);
        assertThat(files.keySet())
                .anyMatch(name -> name.endsWith("/case.json"))
                .anyMatch(name -> name.endsWith("/events.json"))
                .anyMatch(name -> name.endsWith("/case.pdf"))
                .anyMatch(name -> name.endsWith("/index.html"));
        for (Map.Entry<String, byte[]> file : files.entrySet())
            assertThat(sums)
                    .contains(
                            HexFormat.of()
                                            .formatHex(MessageDigest.getInstance("SHA-256")
                                                    .digest(file.getValue())) + "  " + file.getKey());
        assertThat(new String(files.entrySet().iterator().next().getValue(), StandardCharsets.UTF_8))
                .contains("Thu hồi đất");
    }

    @Test
    void a_run_is_kept_with_its_seed_and_selection_and_opened_again() {
        new Work(nobody()).handIn(Samples.complaint());
        Seen run = finished(inspector(), Map.of("unit", "A", "kind", "COMPLAINT", "size", "2", "seed", "again"));
        String id = run.path().substring("/audit/".length());
        Seen list = inspector().get("/audit").expect(200);
        assertThat(list.html()).contains("/audit/" + id).doesNotContain("??");
        assertThat(list.text()).contains("số gieo again", "Unit A , Khiếu nại ; rút 2", "Name of inspector1");
        assertThat(codes(inspector().get(run.path()).expect(200))).hasSize(2).isEqualTo(codes(run));
        inspector()
                .post("/audit", "/audit", Map.of("size", "2", "seed", "x".repeat(101)))
                .expect(422);
        inspector().get("/audit?cursor=x").expect(404);
    }

    @Test
    void what_the_team_of_an_audit_notes_is_read_by_the_team_only_and_stands_in_no_case() throws Exception {
        String secret = "Ghi chú kín của đoàn 7381";
        new Work(nobody()).handIn(Samples.complaint());
        PageVisitor inspector = inspector();
        Seen run = finished(inspector, Map.of("unit", "A", "size", "1", "seed", "notes"));
        String team = run.path() + "/team";
        String code = codes(run).getFirst();
        String petition = "/cases/" + run.find("class=\"code\" href=\"/cases/([^\"]+)\"");
        assertThat(inspector
                        .post(team, team + "/notes", Map.of("case", "nothing", "note", secret))
                        .expect(422)
                        .html())
                .contains("case-error", secret);
        inspector
                .post(team, team + "/notes", Map.of("case", code, "note", secret))
                .expect(200);
        inspector
                .post(team, team + "/notes", Map.of("case", "", "note", "Về cả đoàn"))
                .expect(200);
        assertThat(inspector.get(run.path()).text()).contains("ghi chú (2)", "Ghi chú (1)");
        assertThat(inspector.get(team + "?case=" + code).expect(200).text())
                .contains(secret)
                .doesNotContain("Về cả đoàn")
                .doesNotContain("??");
        PageVisitor head = new PageVisitor(port).as("head1");
        head.get(team).expect(404);
        assertThat(inspector
                        .post(team, team, Map.of("officer", "officer1"))
                        .expect(422)
                        .html())
                .contains("officer-error");
        inspector.post(team, team, Map.of("officer", "head1")).expect(200);
        assertThat(head.get(team).expect(200).text()).contains(secret, "Về cả đoàn");
        head.get(run.path()).expect(200);
        head.post(team, team, Map.of("officer", "head2")).expect(403);
        inspector.post(team, team, Map.of("officer", "head2")).expect(200);
        Seen elsewhere = new PageVisitor(port).as("head2").get(team).expect(200);
        assertThat(elsewhere.text())
                .contains("Về cả đoàn")
                .doesNotContain(secret)
                .doesNotContain(code);
        assertThat(new PageVisitor(port).as("head2").get(run.path()).expect(200).text())
                .doesNotContain(code);
        inspector.post(team, team + "/head1/end", Map.of()).expect(200);
        head.get(team).expect(404);
        for (String at : List.of("", "/history", "/moments-of-record"))
            assertThat(inspector.get(petition + at).html()).doesNotContain(secret);
        Map<String, byte[]> bundle = unzipped(inspector.file(run.path() + "/bundle.zip"));
        assertThat(new String(bundle.get("sample.json"), StandardCharsets.UTF_8))
                .contains("\"notes\"", code, "inspector1");
        bundle.values().forEach(file -> assertThat(new String(file, StandardCharsets.UTF_8))
                .doesNotContain(secret));
    }

    @Test
    void it_is_for_supervisors_and_a_run_is_for_whoever_started_it() {
        new PageVisitor(port).as("officer1").get("/audit").expect(403);
        Seen run = finished(inspector(), Map.of("unit", "A"));
        new PageVisitor(port).as("head1").get(run.path()).expect(404);
        inspector().get("/audit/nothing").expect(404);
        inspector().get(run.path() + "?flag=NOTHING").expect(400);
        inspector().post("/audit", "/audit", Map.of("size", "0")).expect(422);
        new PageVisitor(port).as("head1").get("/cases/nothing/bundle.zip").expect(404);
    }

    private static Map<String, String> sample(String seed) {
        return Map.of("unit", "A", "size", "5", "seed", seed);
    }

    private Seen finished(PageVisitor reader, Map<String, String> asked) {
        Seen begun = reader.post("/audit", "/audit", asked).expect(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !reader.get(begun.path()).html().contains("hx-get=\"/audit/"));
        return reader.get(begun.path());
    }

    private static List<String> codes(Seen page) {
        return CODE.matcher(page.html()).results().map(code -> code.group(1)).toList();
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }

    private PageVisitor inspector() {
        return new PageVisitor(port).as("inspector1");
    }
}
