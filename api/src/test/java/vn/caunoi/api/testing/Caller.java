package vn.caunoi.api.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the API, as programs do: over a socket, with Basic authentication. */
public record Caller(
        int port, @Nullable String name, @Nullable String password, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer: status, headers, body as text and as JSON. */
    public record Answer(int status, HttpResponse<byte[]> raw) {

        public String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** This answer, if it has the status; the body in the message otherwise. */
        public Answer expect(int expected) {
            if (status != expected) throw new AssertionError(expected + " expected, got " + status + ": " + text());
            return this;
        }
    }

    public static Caller nobody(int port) {
        return new Caller(port, null, null, Map.of());
    }

    /** The password is the name, as in the demo. */
    public Caller as(String account) {
        return new Caller(port, account, account, headers);
    }

    public Caller withPassword(String other) {
        return new Caller(port, name, other, headers);
    }

    public Caller with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Caller(port, name, password, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param json with single quotes for double ones */
    public Answer post(String path, String json) {
        return with("Content-Type", "application/json").send("POST", path, bytes(json.replace('\'', '"')));
    }

    public Answer postJson(String path, Object value) {
        return with("Content-Type", "application/json").send("POST", path, JSON.writeValueAsBytes(value));
    }

    public Answer upload(String path, String file, byte[] content) {
        String boundary = "xxboundaryxx";
        byte[] head = bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] tail = bytes("\r\n--" + boundary + "--\r\n");
        byte[] all = new byte[head.length + content.length + tail.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        System.arraycopy(tail, 0, all, head.length + content.length, tail.length);
        return with("Content-Type", "multipart/form-data; boundary=" + boundary).send("POST", path, all);
    }

    public Answer send(String method, String path, byte @Nullable [] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (name != null) {
            String pair = name + ":" + password;
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes(pair)));
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
