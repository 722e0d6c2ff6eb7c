package vn.caunoi.api.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.petition.Refusal;

/**
 * Speaks with a real clamd, started for this test with one signature of its own: that of the harmless file which every
 * scanner takes for a virus. {@code ./verify} installs clamd where it may, and else leaves out this group and says so in a
 * line.
 */
@Tag("clamd")
class RealClamdTest {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");

    /** In two parts, so that no scanner takes this file for one. */
    private static final String HARMLESS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final int MOST = 1024 * 1024;

    @TempDir
    private static Path folder;

    private static Process clamd;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        assertThat(CLAMD).as("as root: apt-get install clamav-daemon").isExecutable();
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "Caunoi.Test:0:*:" + HexFormat.of().formatHex(HARMLESS.getBytes(US_ASCII)) + "\n");
        port = free();
        Path settings = folder.resolve("clamd.conf");
        Files.writeString(settings, """
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                Foreground yes
                Bytecode no
                StreamMaxLength %d
                TemporaryDirectory %s
                """.formatted(signatures, port, MOST, folder));
        clamd = new ProcessBuilder(CLAMD.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20)).until(RealClamdTest::answers);
    }

    @AfterAll
    static void stop() {
        if (clamd != null) clamd.destroy();
    }

    private static int free() throws IOException {
        try (ServerSocket some = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return some.getLocalPort();
        }
    }

    private static boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void scan(byte[] content) {
        new Clamd("127.0.0.1", port, Duration.ofSeconds(10)).mustBeClean(new ByteArrayInputStream(content));
    }

    @Test
    void a_clean_file_is_taken_and_one_with_a_virus_is_not() {
        byte[] clean = new byte[500_000];
        new Random(1).nextBytes(clean);
        assertThatCode(() -> scan(clean)).doesNotThrowAnyException();
        assertThatThrownBy(() -> scan(HARMLESS.getBytes(US_ASCII)))
                .isInstanceOf(Refusal.class)
                .satisfies(thrown -> assertThat(((Refusal) thrown).violations())
                        .extracting(Refusal.Violation::code)
                        .containsExactly("infected"));
    }

    @Test
    void what_is_more_than_the_scanner_looks_at_is_not_taken() {
        assertThatThrownBy(() -> scan(new byte[2 * MOST])).isInstanceOf(Stopped.class);
    }
}
