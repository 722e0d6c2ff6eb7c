package vn.caunoi.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.petition.Refusal;

/** Speaks with a server of the test that answers as clamd's manual says, for one connection each. */
class ClamdTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** What one client sent, which is answered so. */
    private CompletableFuture<byte[]> answering(String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket client = server.accept()) {
                DataInputStream from = new DataInputStream(client.getInputStream());
                byte[] command = from.readNBytes("zINSTREAM\0".length());
                assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                var content = new ByteArrayOutputStream();
                for (int length = from.readInt(); length > 0; length = from.readInt())
                    content.write(from.readNBytes(length));
                client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void scan(byte[] content) {
        new Clamd("127.0.0.1", server.getLocalPort(), Duration.ofMinutes(1))
                .mustBeClean(new ByteArrayInputStream(content));
    }

    @Test
    void the_whole_content_is_looked_at() {
        byte[] content = new byte[300_000];
        Arrays.fill(content, (byte) 'x');
        var sent = answering("stream: OK");
        assertThatCode(() -> scan(content)).doesNotThrowAnyException();
        assertThat(sent.join()).isEqualTo(content);
    }

    @Test
    void a_file_with_a_virus_is_refused() {
        answering("stream: Eicar-Test-Signature FOUND");
        assertThatThrownBy(() -> scan(new byte[] {1}))
                .isInstanceOf(Refusal.class)
                .satisfies(thrown -> assertThat(((Refusal) thrown).violations())
                        .extracting(Refusal.Violation::code)
                        .containsExactly("infected"));
    }

    @Test
    void what_could_not_be_looked_at_is_not_taken() throws IOException {
        answering("INSTREAM size limit exceeded. ERROR");
        assertThatThrownBy(() -> scan(new byte[] {1})).isInstanceOf(Stopped.class);
        server.close();
        assertThatThrownBy(() -> scan(new byte[] {1})).isInstanceOf(Stopped.class);
    }

    @Test
    void a_wrong_address_of_a_clamd_stops_the_start() {
        var configuration = new ScanConfiguration();
        assertThat(configuration.virusScan("", Duration.ofSeconds(1))).isSameAs(VirusScan.NONE);
        assertThat(configuration.virusScan("clamav:3310", Duration.ofSeconds(1)))
                .isInstanceOf(Clamd.class);
        assertThatThrownBy(() -> configuration.virusScan("clamav", Duration.ofSeconds(1)))
                .isInstanceOf(WrongSettings.class);
    }
}
