package vn.caunoi.ops.program;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.ops.postgres.PreparedFolder;

/** The program, mostly a demonstration, in a process of its own, which can be killed. */
public final class RunningProgram implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Path log;

    private RunningProgram(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** An answer over HTTP. */
    public record Answer(int status, JsonNode body) {}

    /** Starts a demonstration and waits until it is ready; a folder that is not there is given an empty database. */
    public static RunningProgram start(Path data, String... options) {
        return start(data, Map.of(), options);
    }

    /** Starts a demonstration as its first user does: all that it needs is made by itself. */
    public static RunningProgram startOnNothing(Path data, String... options) {
        return start(data, freePort(), Map.of(), demonstration(options));
    }

    /** Starts a demonstration with settings in the place of its {@code application.yml}. */
    public static RunningProgram start(Path data, Map<String, String> settings, String... options) {
        if (Files.notExists(data)) PreparedFolder.databaseInto(data);
        return start(data, freePort(), settings, demonstration(options));
    }

    private static List<String> demonstration(String... options) {
        List<String> words = new ArrayList<>(List.of("--demo"));
        words.addAll(List.of(options));
        return words;
    }

    /** Starts the program as it is installed, with settings in the place of its {@code application.yml}. */
    public static RunningProgram startInstalled(Path data, int port, Map<String, String> settings) {
        return start(data, port, settings, List.of());
    }

    private static RunningProgram start(Path data, int port, Map<String, String> settings, List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path")));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("vn.caunoi.ops.Caunoi", "--data", data.toString(), "--port", String.valueOf(port)));
        command.addAll(words);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        File out = log.toFile();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(out));
            // what is typed wins: ./run sets this for whoever types nothing
            builder.environment()
                    .put("CAUNOI_DATA", data.resolveSibling("elsewhere").toString());
            Process process = builder.start();
            RunningProgram program = new RunningProgram(process, URI.create("http://127.0.0.1:" + port), log);
            program.awaitReady();
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        await("ready; see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) throw new IllegalStateException("the program ended; see " + log);
                    return ready();
                });
    }

    private boolean ready() {
        try {
            return get("nobody", "/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    public URI address() {
        return address;
    }

    /** As the operating system kills: at once, nothing is closed. */
    public void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public Answer get(String user, String path) {
        return send(user, HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    public Answer post(String user, String path, Object body) {
        String json = JSON.writeValueAsString(body);
        return send(
                user,
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public Answer postXml(String user, String path, String xml) {
        return send(
                user,
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/xml")
                        .POST(BodyPublishers.ofString(xml)));
    }

    /** What is there, as it is. */
    public String text(String user, String path) {
        return asked(user, HttpRequest.newBuilder(address.resolve(path)).GET()).body();
    }

    private Answer send(String user, HttpRequest.Builder request) {
        HttpResponse<String> answer = asked(user, request);
        String body = answer.body();
        boolean json = body.startsWith("{") || body.startsWith("[");
        return new Answer(answer.statusCode(), JSON.readTree(json ? body : "{}"));
    }

    private HttpResponse<String> asked(String user, HttpRequest.Builder request) {
        if (!user.equals("nobody")) {
            byte[] login = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        try {
            return client.send(request.timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Hands a complaint in at ward A; answers its id. */
    public String handIn(String subject) {
        Answer answer = post(
                "clerk1",
                "/api/petitions",
                Map.of(
                        "kind", "COMPLAINT",
                        "channel", "DESK",
                        "unit", "A",
                        "subject", subject,
                        "content", "Gia đình tôi sử dụng thửa đất ổn định từ năm 1995.",
                        "points", List.of(Map.of("demand", "Hủy quyết định thu hồi đất")),
                        "petitioners", List.of(Map.of("fullName", "Nguyễn Văn An"))));
        if (answer.status() != 201) throw new IllegalStateException("not handed in: " + answer);
        return answer.body().get("id").asString();
    }

    /** Asks the program to stop and waits until it and its database have. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, java.util.concurrent.TimeUnit.MINUTES)) kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
