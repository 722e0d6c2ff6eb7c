package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.processes.studio.Examples;

/** The published versions are found, ordered and paged by what stands in the address. */
class ProcessesPageTest extends RunningApi {

    private static final int VERSIONS = 26;
    private static final String ROW = "/processes/listed-process/versions/";

    @LocalServerPort
    private int port;

    @Autowired
    private ProblemSentences told;

    @Test
    void versions_are_found_by_words_and_by_how_they_stand_and_are_told_page_by_page() {
        for (int n = 1; n <= VERSIONS; n++) publish(n);
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

    @Test
    void why_a_process_cannot_go_on_is_said_in_the_language_of_the_reader() {
        LocaleContextHolder.setLocale(Locale.of("vi"));
        try {
            assertThat(told.stuck("The diagram goes in circles")).isEqualTo("Sơ đồ chạy vòng tròn mãi.");
            assertThat(told.stuck("The petition is not ACCEPTED yet")).contains("ngày thụ lý");
            assertThat(told.stuck("no row of deadlines 2 fits kind COMPLAINT, stage accept_1, [] on 2026-11-18"))
                    .contains("deadlines 2", "Khiếu nại", "2026-11-18")
                    .doesNotContain("COMPLAINT", "accept_1");
            assertThat(told.stuck(Reason.NOT_ALLOWED.text())).isNotEqualTo(Reason.NOT_ALLOWED.text());
            assertThat(told.stuck("Nobody put this into words")).isEqualTo("Nobody put this into words");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private void publish(int version) {
        String xml = Examples.xml("minimal")
                .orElseThrow()
                .replace("short-answer", "listed-process")
                .replace("Trả lời", "Nhiều phiên bản " + version);
        as("designer1")
                .with("Content-Type", "application/xml")
                .send("POST", "/api/processes", xml.getBytes(StandardCharsets.UTF_8))
                .expect(201);
    }
}
