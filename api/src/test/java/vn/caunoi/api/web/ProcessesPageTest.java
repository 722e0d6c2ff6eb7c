package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.processes.studio.Examples;

/** The published versions are found, ordered and paged by what stands in the address. */
class ProcessesPageTest extends RunningApi {

    private static final int VERSIONS = 26;
    private static final String ROW = "/processes/listed-process/versions/";

    @LocalServerPort
    private int port;

    @Test
    void versions_are_found_by_words_and_by_how_they_stand_and_are_told_page_by_page() {
        for (int n = 1; n <= VERSIONS; n++) publish("listed-process", n);
        PageVisitor reader = new PageVisitor(port).as("officer1");
        Seen first = reader.get("/processes?q=NHIEU%20phien").expect(200);
        assertThat(first.text()).contains(VERSIONS + " phiên bản").doesNotContain("??");
        assertThat(first.html()).contains(ROW + VERSIONS + "\"").doesNotContain(ROW + "1\"");
        Seen second = reader.get(first.find("href=\"([^\"]*page=1)\"")).expect(200);
        assertThat(second.html()).contains(ROW + "1\"").doesNotContain(ROW + VERSIONS + "\"", "page=2");
        assertThat(reader.get("/processes?q=listed-process&page=999")
                        .expect(200)
                        .html())
                .contains(ROW + "1\"");

        Seen inForce =
                reader.get("/processes?q=listed-process&standing=IN_EFFECT").expect(200);
        assertThat(inForce.text()).contains("1 phiên bản");
        assertThat(inForce.html()).contains(ROW + VERSIONS + "\"");
        assertThat(reader.get("/processes?q=listed-process&standing=AWAITED&sort=PUBLISHED")
                        .expect(200)
                        .text())
                .contains("Không có phiên bản nào như vậy.", "Bỏ lọc");
        assertThat(reader.get("/processes?sort=PUBLISHED").expect(200).html()).contains(ROW + VERSIONS + "\"");
        for (String odd : new String[] {"standing=GONE", "sort=GONE", "q=%00"})
            assertThat(reader.get("/processes?" + odd).status()).isBetween(400, 422);
    }

    @Test
    void a_program_reads_versions_of_one_process_by_how_they_stand_page_by_page() {
        for (int n = 1; n <= 3; n++) publish("called-process", n);
        String calls = "/api/processes?key=called-process";
        assertThat(numbers(calls)).containsExactly(3, 2, 1);
        assertThat(numbers(calls + "&standing=in-effect")).containsExactly(3);
        JsonNode first = as("officer1").get(calls + "&limit=2").expect(200).json();
        assertThat(first.path("items").get(1).path("standing").asString()).isEqualTo("REPLACED");
        assertThat(numbers(calls + "&limit=2&cursor=" + first.path("next").asString()))
                .containsExactly(1);
        for (String odd : new String[] {"standing=gone", "limit=0", "cursor=x"})
            as("officer1").get("/api/processes?" + odd).expect(422);
    }

    private List<Integer> numbers(String calls) {
        return as("officer1")
                .get(calls)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> one.path("version").asInt())
                .toList();
    }

    @Test
    void a_designer_reads_the_name_of_a_process_where_it_has_one() {
        PageVisitor designer = new PageVisitor(port).as("designer1");
        assertThat(designer.get("/processes/complaint/migration").expect(200).text())
                .contains("Chuyển vụ việc đang chạy: Giải quyết khiếu nại");
        assertThat(designer.get("/processes/complaint/migration/batches")
                        .expect(200)
                        .text())
                .contains("Các đợt chuyển: Giải quyết khiếu nại");
        assertThat(designer.get("/processes/complaint/rehearsals").expect(200).text())
                .contains("Diễn tập: Giải quyết khiếu nại");
    }

    private void publish(String key, int version) {
        String xml = Examples.xml("minimal")
                .orElseThrow()
                .replace("short-answer", key)
                .replace("Trả lời", ("listed-process".equals(key) ? "Nhiều phiên bản " : "Bản ") + version);
        as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes", xml.getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }
}
