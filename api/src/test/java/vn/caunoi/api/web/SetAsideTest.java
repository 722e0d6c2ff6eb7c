package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.api.testing.ApiProgram;
import vn.caunoi.api.testing.CalledApi;
import vn.caunoi.core.testing.TestDatabase;

/** An administrator helps a processor that could not take an event. It runs by itself: a processor that was stopped stays so. */
@SpringBootTest(
        classes = ApiProgram.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"caunoi.demo=true", "server.address=127.0.0.1", "caunoi.messages.every=PT0S"})
class SetAsideTest extends CalledApi {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        DATABASE.register(registry);
        String folder = Files.createTempDirectory("caunoi-aside").toString();
        registry.add("caunoi.data", () -> folder);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

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
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> admin().get("/admin").text().contains("Sự kiện mà bộ xử lý chưa nhận được"));
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
