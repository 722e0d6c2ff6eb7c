package vn.caunoi.api.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for short messages, or another receiver, that gives one answer after the other, the last one for ever. */
public final class Gateway implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final int[] answers;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();

    /** A request as it came. */
    public record Taken(String id, Instant at, String signature, String body) {
        public JsonNode json() {
            return JSON.readTree(body);
        }
    }

    public Gateway(int... answers) throws IOException {
        this.answers = answers.clone();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", this::take);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    }

    public List<Taken> taken() {
        return taken;
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        taken.add(new Taken(
                headers.getFirst("webhook-id"),
                Instant.ofEpochSecond(Long.parseLong(headers.getFirst("webhook-timestamp"))),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answers[Math.min(taken.size(), answers.length) - 1], -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
