package vn.caunoi.ops.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The node that serves a data folder, reached by the port and secret it left there. */
final class RunningNode {
    private final int port;
    private final String secret;

    private RunningNode(int port, String secret) {
        this.port = port;
        this.secret = secret;
    }

    /** None when no node left a note, or the one that did is gone. */
    static Optional<RunningNode> on(Path data) {
        Path note = data.resolve("control");
        if (!Files.exists(note)) return Optional.empty();
        try {
            List<String> lines = Files.readAllLines(note);
            RunningNode node = new RunningNode(Integer.parseInt(lines.get(0)), lines.get(1));
            return node.answers() ? Optional.of(node) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean answers() throws IOException {
        try {
            return send(HttpRequest.newBuilder(uri()).GET(), null) == 0;
        } catch (ConnectException e) {
            return false;
        }
    }

    int ask(List<String> words, PrintWriter out) {
        String body = JsonMapper.shared().writeValueAsString(words);
        try {
            return send(HttpRequest.newBuilder(uri()).POST(HttpRequest.BodyPublishers.ofString(body)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    private int send(HttpRequest.Builder request, @Nullable PrintWriter out) throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request.header("Caunoi-Secret", secret).build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) return 1;
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                return show(lines, out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int show(BufferedReader lines, @Nullable PrintWriter out) throws IOException {
        int status = 1;
        for (String line = line(lines); line != null; line = line(lines)) {
            if (line.startsWith("exit ")) status = Integer.parseInt(line.substring(5));
            else if (out != null) out.println(line);
        }
        return status;
    }

    /** Unlike the reader's own lines, with a carriage return at the front of one. */
    private static @Nullable String line(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next >= 0; next = from.read()) {
            if (next == '\n') return line.toString();
            line.append((char) next);
        }
        return line.isEmpty() ? null : line.toString();
    }
}
