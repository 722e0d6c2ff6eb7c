package vn.caunoi.api.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** What the national database was sent, took and refused. */
class NationalTest extends RunningApi {

    private final String unit = "N" + UUID.randomUUID().toString().substring(0, 8);
    private final String clerk = "clerk-" + unit;

    @Autowired
    private Commands commands;

    @Test
    void a_petition_is_not_sent_then_sent_then_taken_or_refused_with_the_reason() {
        aUnit();
        String mark = "zq" + UUID.randomUUID().toString().replace("-", "");
        JsonNode one = handIn(Samples.complaint());
        JsonNode other = handIn(Samples.least());
        JsonNode secret = handIn(
                Samples.complaint().replace("COMPLAINT", "DENUNCIATION").replace("Nguyễn Văn An", "Người " + mark));
        assertThat(states("NOT_SENT")).hasSize(3);
        as("inspector1")
                .post("/api/national/batches", "{'unit': '" + unit + "'}")
                .expect(403);

        JsonNode sent = as(clerk)
                .post("/api/national/batches", "{'unit': '" + unit + "'}")
                .expect(200)
                .json();
        assertThat(sent.path("petitions").asInt()).isEqualTo(3);
        settle();
        assertThat(states("SENT")).hasSize(3);
        String file = as(clerk)
                .get("/api/national/batches/" + sent.path("batch").asString())
                .expect(200)
                .text();
        assertThat(file)
                .contains(
                        "Mã đơn,Mã quốc gia,Loại đơn", code(one) + ",,Khiếu nại,18/11/2026", code(secret) + ",,Tố cáo")
                .contains("Nguyễn Văn An")
                .doesNotContain(mark);
        as("officer3")
                .get("/api/national/batches/" + sent.path("batch").asString())
                .expect(404);

        String answers = "Mã đơn;Mã quốc gia;Lý do từ chối;Ngày trả lời\n"
                + code(one) + ";QG-" + unit + ";;18/11/2026\n"
                + code(other) + ";;Thiếu số định danh;\n"
                + code(secret) + ";;;\n"
                + "AAAA-BBBB-CCCC;1;;\n"
                + code(other) + ";QG-9;;99/99/2026\n"
                + code(other) + ";QG-9;;01/01/2126\n";
        JsonNode taken = answered(answers);
        assertThat(taken.path("taken").asInt()).isEqualTo(2);
        assertThat(taken.path("problems").valueStream().map(line -> line.path("line")
                        .asInt()))
                .containsExactly(4, 5, 6, 7);
        assertThat(answered(answers).path("already").asInt()).isEqualTo(2);
        assertThat(states("TAKEN").get(0).path("number").asString()).isEqualTo("QG-" + unit);
        assertThat(states("REFUSED").get(0).path("reason").asString()).isEqualTo("Thiếu số định danh");
        assertThat(as(clerk)
                        .get("/api/petitions/" + one.path("id").asString() + "/history")
                        .expect(200)
                        .text())
                .contains("petition.sent-to-national-database", "petition.taken-by-national-database");
        assertThat(as(clerk)
                        .post("/api/national/batches", "{'unit': '" + unit + "'}")
                        .expect(200)
                        .json()
                        .path("petitions")
                        .asInt())
                .as("what was refused is sent again")
                .isEqualTo(1);
        assertThat(as(clerk)
                        .get("/api/national?unit=" + unit + "&state=nothing")
                        .status())
                .isEqualTo(422);
        as(clerk)
                .upload("/api/national/answers", "x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))
                .expect(422);
    }

    @Test
    void what_cannot_be_asked_for_is_refused_by_its_name() {
        for (String wrong :
                List.of("limit=0", "limit=201", "cursor=zzz", "from=%2B999999999-12-31", "to=%2B999999999-12-31"))
            as("officer1").get("/api/national?" + wrong).expect(422);
        as("clerk1")
                .post("/api/national/batches", "{'state': 'REFUSED', 'to': '+999999999-12-31'}")
                .expect(422);
    }

    @Test
    void the_connector_by_http_posts_a_batch_once_and_takes_what_is_answered_at_once() throws IOException {
        AtomicReference<String> body = new AtomicReference<>("");
        AtomicReference<String> key = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        server.createContext("/in", exchange -> {
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            key.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            byte[] answer = "{\"answers\":[{\"code\":\"K1\",\"number\":\"QG1\"},{\"code\":\"K2\",\"refused\":\"no\"}]}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.get().contains("broken") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/in");
            NationalConnector connector = new ByHttp(address, "secret");
            var line = new NationalConnector.Line("K1", List.of("K1", "Khiếu nại"));
            var batch = new NationalConnector.Batch("b1", List.of("Mã đơn", "Loại đơn"), List.of(line));
            assertThat(connector.hand(batch).answers())
                    .containsExactly(
                            new NationalConnector.Answer("K1", "QG1", null, null),
                            new NationalConnector.Answer("K2", null, "no", null));
            assertThat(key.get()).isEqualTo("b1");
            assertThat(body.get()).contains("\"Loại đơn\":\"Khiếu nại\"");
            var broken = new NationalConnector.Batch("broken", List.of(), List.of());
            assertThatThrownBy(() -> connector.hand(broken)).isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
    }

    private void aUnit() {
        commands.send(new EstablishUnit(new UnitId(unit), new UnitId("P"), "Unit " + unit), "test");
        commands.send(
                new AppointOfficer(new OfficerId(clerk), new UnitId(unit), clerk, java.util.Set.of(Role.CLERK)),
                "test");
        accounts().create(List.of(clerk));
        settle();
    }

    private JsonNode handIn(String petition) {
        return as(clerk).post("/api/petitions", petition).expect(201).json();
    }

    private static String code(JsonNode receipt) {
        return receipt.path("code").asString();
    }

    private JsonNode states(String state) {
        return as(clerk)
                .get("/api/national?unit=" + unit + "&state=" + state)
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode answered(String lines) {
        JsonNode answer = as(clerk)
                .with("Accept-Language", "en")
                .upload("/api/national/answers", "answers.csv", lines.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
        settle();
        return answer;
    }
}
