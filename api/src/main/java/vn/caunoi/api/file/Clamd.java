package vn.caunoi.api.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;

/** Asks a clamd by its command INSTREAM: chunks, each with its length before it, and a chunk of none at the end. */
final class Clamd implements VirusScan {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final Duration patience;

    Clamd(String host, int port, Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    @Override
    public void mustBeClean(InputStream content) {
        String answer = asked(content);
        if (answer.equals(CLEAN)) return;
        if (!answer.endsWith(FOUND)) {
            LOG.warn("clamd at {}:{} could not look at an upload: {}", host, port, answer);
            throw new Stopped(ProblemKind.UNAVAILABLE);
        }
        LOG.warn("an upload was refused: {}", answer);
        throw Input.refusal("file", "infected", "has a virus and was not kept");
    }

    private String asked(InputStream content) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            send(content, new DataOutputStream(socket.getOutputStream()));
            return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        } catch (IOException e) {
            LOG.warn("clamd at {}:{} does not answer: {}", host, port, e.toString());
            throw new Stopped(ProblemKind.UNAVAILABLE);
        }
    }

    private static void send(InputStream content, DataOutputStream to) throws IOException {
        to.write(COMMAND);
        byte[] chunk = new byte[CHUNK];
        for (int read = content.readNBytes(chunk, 0, CHUNK); read > 0; read = content.readNBytes(chunk, 0, CHUNK)) {
            to.writeInt(read);
            to.write(chunk, 0, read);
        }
        to.writeInt(0);
        to.flush();
    }
}
