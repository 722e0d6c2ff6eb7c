package vn.caunoi.ops.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the command line reach this node: a port on the loopback address, guarded by a secret that only the owner of
 * the data folder can read.
 */
@Component
class ControlPort implements SmartLifecycle {
    private final Console console;
    private final Path note;
    private final String secret;
    private volatile Running running = Running.NOT;

    private record Running(HttpServer server, ExecutorService threads) {
        @SuppressWarnings("NullAway") // never asked for its parts
        static final Running NOT = new Running(null, null);
    }

    ControlPort(Console console, @Value("${caunoi.data}") Path data) {
        this.console = console;
        this.note = data.resolve("control");
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
    }

    @Override
    public void start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
            leaveNote(server.getAddress().getPort());
            running = new Running(server, threads);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void leaveNote(int port) throws IOException {
        Files.createDirectories(note.toAbsolutePath().getParent());
        Files.deleteIfExists(note);
        Files.createFile(note, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(note, port + "\n" + secret + "\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String given = exchange.getRequestHeaders().getFirst("Caunoi-Secret");
            if (given == null || !MessageDigest.isEqual(bytes(given), bytes(secret))) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            exchange.sendResponseHeaders(200, 0);
            PrintWriter out =
                    new PrintWriter(new OutputStreamWriter(exchange.getResponseBody(), StandardCharsets.UTF_8), true);
            out.println("exit " + (exchange.getRequestMethod().equals("POST") ? carriedOut(exchange, out) : 0));
        }
    }

    private int carriedOut(HttpExchange exchange, PrintWriter out) {
        List<String> words =
                JsonMapper.shared().readValue(exchange.getRequestBody(), new TypeReference<List<String>>() {});
        return console.run(words, out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void stop() {
        Running stopping = running;
        running = Running.NOT;
        if (stopping == Running.NOT) return;
        stopping.server().stop(0);
        stopping.threads().close();
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public boolean isRunning() {
        return running != Running.NOT;
    }
}
