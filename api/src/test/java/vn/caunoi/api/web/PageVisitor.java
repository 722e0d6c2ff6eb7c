package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** Somebody with a browser that runs no scripts: keeps cookies, follows redirects, sends forms with their token. */
final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** A page as it was shown. */
    record Seen(int status, String path, String html) {

        Seen expect(int expected) {
            if (status != expected) throw new AssertionError(expected + " expected, got " + status + ": " + html);
            return this;
        }

        /** Its text without tags, entities resolved. */
        String text() {
            return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " ")).replaceAll("\\s+", " ");
        }

        /** The first group of a pattern in its HTML. */
        String find(String pattern) {
            Matcher found = Pattern.compile(pattern).matcher(html);
            if (!found.find()) throw new AssertionError("no " + pattern + " in " + html);
            return HtmlUtils.htmlUnescape(found.group(1));
        }
    }

    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.ALWAYS)
            .build();

    PageVisitor(int port) {
        this.port = port;
    }

    /** Logs in; the password is the name, as in the demo. */
    PageVisitor as(String account) {
        post("/login", "/login", Map.of("username", account, "password", account))
                .expect(200);
        return this;
    }

    Seen get(String path) {
        return send(request(path).GET().build());
    }

    /** The same, but does not wait for the end of what has none, such as news. */
    Seen glance(String path) {
        try {
            HttpResponse<InputStream> answer =
                    client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            try (InputStream body = answer.body()) {
                String text = endless ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new Seen(answer.statusCode(), answer.uri().getRawPath(), text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file, as it came. */
    byte[] file(String path) {
        HttpResponse<byte[]> answer = raw(path);
        if (answer.statusCode() != 200) throw new AssertionError("200 expected, got " + answer.statusCode());
        return answer.body();
    }

    /** Whatever is answered: a page, a file, a refusal. */
    byte[] content(String path) {
        return raw(path).body();
    }

    private HttpResponse<byte[]> raw(String path) {
        try {
            return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a script of a page could send: with the cookies. An empty header or body is left out. */
    Seen call(String method, String path, String authorization, String json) {
        HttpRequest.Builder call = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty()) call.header("Content-Type", "application/json");
        if (!authorization.isEmpty()) call.header("Authorization", authorization);
        return send(call.build());
    }

    /** What a script of a page sends as JSON, with the token of that page, where it has one. */
    Seen sent(String page, String path, String json) {
        return sent(page, path, json, Map.of("Content-Type", "application/json"));
    }

    Seen sent(String page, String path, String body, Map<String, String> headers) {
        Matcher token = TOKEN.matcher(get(page).html());
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        if (token.find()) request.header("X-CSRF-TOKEN", token.group(1));
        return send(request.build());
    }

    /** Sends a form that stands on a page. */
    Seen post(String page, String path, Map<String, String> typed) {
        return post(page, path, typed, Map.of());
    }

    /** As a script sends a form in the background. */
    Seen post(String page, String path, Map<String, String> typed, Map<String, String> headers) {
        Matcher token = TOKEN.matcher(get(page).html());
        if (!token.find()) throw new AssertionError("no form on " + page);
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("_csrf", token.group(1));
        String body = all.entrySet().stream()
                .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Sends a form with a file that stands on a page. */
    Seen postWithFile(String page, String path, Map<String, String> typed, String name, String content) {
        return postWithFiles(page, path, typed, List.of(Map.entry(name, content)));
    }

    /** Sends a form with several files in one input that stands on a page. @param files content by name, in order */
    Seen postWithFiles(String page, String path, Map<String, String> typed, List<Map.Entry<String, String>> files) {
        Matcher token = TOKEN.matcher(get(page).html());
        if (!token.find()) throw new AssertionError("no form on " + page);
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put("_csrf", token.group(1));
        String line = "--xxboundaryxx\r\nContent-Disposition: form-data; name=\"";
        String fields = all.entrySet().stream()
                .map(one -> line + one.getKey() + "\"\r\n\r\n" + one.getValue() + "\r\n")
                .collect(Collectors.joining());
        String file = files.stream()
                        .map(one -> line + "files\"; filename=\"" + one.getKey()
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + one.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--xxboundaryxx--\r\n";
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=xxboundaryxx")
                .POST(BodyPublishers.ofString(fields + file))
                .build());
    }

    /** Sends a form with files that stands on a page. @param files content by the name of the field */
    Seen upload(String page, String path, Map<String, String> files, Map<String, String> typed) {
        Matcher token = TOKEN.matcher(get(page).html());
        if (!token.find()) throw new AssertionError("no form on " + page);
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.put("_csrf", token.group(1));
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
        files.forEach((name, value) -> part(body, "name=\"" + name + "\"; filename=\"" + name + ".csv\"", value));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=xxboundaryxx")
                .POST(BodyPublishers.ofString(body + "--xxboundaryxx--\r\n"))
                .build());
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--xxboundaryxx\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html, application/json;q=0.5");
    }

    private Seen send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            URI uri = answer.uri();
            return new Seen(answer.statusCode(), uri.getRawPath(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
