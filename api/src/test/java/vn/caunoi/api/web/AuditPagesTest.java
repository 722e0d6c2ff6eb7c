package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;

/** An inspector looks for flags, draws samples that anybody can draw again, and takes cases along. */
class AuditPagesTest extends RunningApi {

    private static final Pattern CODE = Pattern.compile("class=\"code\" href=\"/cases/[^\"]+\">([^<]+)<");

    @LocalServerPort
    private int port;

    @Test
    void a_case_recorded_long_after_it_came_is_flagged_and_says_why() {
        JsonNode late = new Work(nobody())
                .handIn(Samples.complaint().replaceFirst("\\{", "{\"receivedAt\": \"2026-10-20T09:00:00+07:00\","));
        JsonNode plain = new Work(nobody()).handIn(Samples.complaint());
        Seen run = finished(inspector(), Map.of("unit", "A"));
        assertThat(run.text()).contains(late.path("code").asString(), "Ghi lùi ngày", "hơn 10 ngày trước");
        assertThat(run.text()).doesNotContain(plain.path("code").asString());
        assertThat(inspector()
                        .get("/cases/" + late.path("id").asString() + "/moments-of-record")
                        .expect(200)
                        .text())
                .contains("ghi muộn");
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
        await().until(() -> !reader.get(begun.path()).html().contains("hx-get=\"/audit/"));
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
