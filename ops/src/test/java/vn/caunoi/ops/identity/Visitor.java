package vn.caunoi.ops.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who speaks HTTP: keeps the cookies of each host and port, follows no redirect unless told to. */
final class Visitor {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    /** An answer, and the address that gave it. */
    record Answer(int status, URI at, String body, Map<String, List<String>> headers) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The first value of a header; empty when it is missing. */
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        URI location() {
            return at.resolve(header("Location"));
        }

        Answer expect(int expected) {
            if (status != expected) throw new AssertionError(expected + " expected, got " + status + ": " + body);
            return this;
        }
    }

    Answer get(URI address, String... headers) {
        return send(HttpRequest.newBuilder(address).GET(), address, headers);
    }

    Answer post(URI address, String type, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return send(request, address, headers);
    }

    Answer form(URI address, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
        return post(address, "application/x-www-form-urlencoded", body, headers);
    }

    /** Follows redirects, at most twenty. */
    Answer follow(Answer first) {
        Answer answer = first;
        for (int i = 0; i < 20 && answer.status() / 100 == 3; i++)
            answer = get(answer.location(), "Accept", "text/html");
        return answer;
    }

    private Answer send(HttpRequest.Builder request, URI address, String... headers) {
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        Map<String, String> kept = cookies.computeIfAbsent(address.getAuthority(), host -> new LinkedHashMap<>());
        if (!kept.isEmpty())
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(one -> one.getKey() + "=" + one.getValue())
                            .collect(Collectors.joining("; ")));
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(kept, cookie));
            return new Answer(
                    answer.statusCode(),
                    address,
                    answer.body(),
                    answer.headers().map());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> kept, String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        kept.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A parameter of an address. */
    static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&"))
            if (pair.startsWith(name + "="))
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        throw new AssertionError("no " + name + " in " + address);
    }
}
