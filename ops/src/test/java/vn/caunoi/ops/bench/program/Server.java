package vn.caunoi.ops.bench.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One side in a process of its own. */
final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final URI address;
    private final double seconds;
    private final HttpClient client = HttpClient.newHttpClient();

    private Server(Process process, URI address, double seconds) {
        this.process = process;
        this.address = address;
        this.seconds = seconds;
    }

    /** @param ready a path that answers 200 when people can use it; {@code %d} among the arguments is the port */
    static Server start(
            List<String> options,
            String classPath,
            String main,
            List<String> arguments,
            String ready,
            Path log,
            Map<String, String> environment) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        arguments.forEach(argument -> command.add(argument.replace("%d", String.valueOf(port))));
        URI address = URI.create("http://127.0.0.1:" + port);
        try {
            long begun = System.nanoTime();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            awaitOk(process, address.resolve(ready), log.toFile());
            return new Server(process, address, (System.nanoTime() - begun) / 1e9);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitOk(Process process, URI page, File log) {
        HttpClient client = HttpClient.newHttpClient();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(client, page)) {
            if (!process.isAlive() || System.nanoTime() > until)
                throw new IllegalStateException("it does not answer, see " + log);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean answers(HttpClient client, URI page) {
        try {
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From the command to the first good answer. */
    double seconds() {
        return seconds;
    }

    /** Posts JSON; answers the body. */
    String post(String path, String json, String authorization) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), authorization);
    }

    String post(String path, String type, byte[] body, String authorization) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            if (!authorization.isEmpty()) request.header("Authorization", authorization);
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) throw new IllegalStateException(path + ": " + answer.body());
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String get(String path, String authorization) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
            if (!authorization.isEmpty()) request.header("Authorization", authorization);
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Memory it holds, in MiB. */
    double resident() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
