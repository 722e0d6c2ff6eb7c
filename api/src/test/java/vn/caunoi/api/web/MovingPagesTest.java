package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;

class MovingPagesTest extends RunningApi {

    private static final Path SAMPLES = Path.of("../docs/samples/moving-in");
    private static final String PAGE = "/admin/moving-in";

    private final String source = "p" + UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort
    private int port;

    @Test
    void an_administrator_uploads_looks_on_and_fetches_what_is_wrong() throws IOException {
        PageVisitor admin = new PageVisitor(port).as("admin1");
        String mapping = Files.readString(SAMPLES.resolve("mapping.yml")).replace("so-don-xa-2019", source);
        String file = Files.readString(SAMPLES.resolve("register.csv"))
                + "2026/006;40/01/2026;KN;;P. TNMT;;Việc;;;;;Người Giấu;;;;;;;;;;;\n";
        assertThat(admin.upload(PAGE, PAGE, Map.of("file", file, "mapping", "source: x\nfields: {}"), Map.of())
                        .expect(422)
                        .text())
                .contains("Tệp ánh xạ chưa nêu nguồn của");
        admin.upload(PAGE, PAGE, Map.of("file", file, "mapping", mapping), Map.of("dryRun", "true"))
                .expect(200);
        assertThat(ended(admin)).contains("Sẽ nhập: 5, trong đó đang mở 4", "Chưa thay đổi gì");
        admin.upload(PAGE, PAGE, Map.of("file", file, "mapping", mapping), Map.of())
                .expect(200);
        assertThat(ended(admin))
                .contains("Đã nhập: 5", "Dòng bỏ lại: 1", "40/01/2026", "không phải ngày theo mẫu", source)
                .doesNotContain("??", "Người Giấu");
        assertThat(admin.get(PAGE + "/errors.csv").expect(200).html())
                .contains("7,2026/006,Ngày nhận,40/01/2026")
                .doesNotContain("Người Giấu");
        settle();
        assertThat(new PageVisitor(port)
                        .as("head1")
                        .get("/export/petitions?unit=A&from=2026-11-02&to=2026-11-02")
                        .expect(200)
                        .html())
                .contains("Khiếu nại bồi thường", "Trần Thị Bình; Lê Văn Cường");
        assertThat(new PageVisitor(port).as("head1").get("/export").expect(200).text())
                .doesNotContain("??");
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        clerk.get(PAGE).expect(403);
        clerk.get("/export/petitions").expect(403);
        assertThat(clerk.get("/national?state=NOT_SENT&kind=COMPLAINT")
                        .expect(200)
                        .text())
                .contains("chưa gửi", "M?")
                .doesNotContain("??");
        PageVisitor.Seen sent =
                clerk.post("/national", "/national/batches", Map.of("from", "2026-01-05", "to", "2026-01-05"));
        assertThat(sent.expect(200).text()).contains("Đã gửi").doesNotContain("??");
        assertThat(clerk.upload(
                                "/national",
                                "/national/answers",
                                Map.of("file", "Mã đơn,Mã quốc gia,Lý do từ chối,Ngày trả lời\nX,1,,\n"),
                                Map.of())
                        .expect(200)
                        .text())
                .contains("dòng 2, X", "không phải đơn bạn thấy được");
    }

    private static String ended(PageVisitor admin) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !admin.get(PAGE).expect(200).html().contains("load delay"));
        return admin.get(PAGE).text();
    }
}
