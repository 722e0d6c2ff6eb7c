package vn.caunoi.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.api.security.DemoAccounts;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.testing.TestDatabase;

/**
 * One running program for all tests that extend this, in demo mode, with the people of the demo. Tests share its
 * database and must not count what others may add to.
 */
@SpringBootTest(
        classes = ApiProgram.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"caunoi.demo=true", "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*"})
public abstract class RunningApi {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** A real server for mail; nobody is sent out to it but by the tests about it. */
    protected static final GreenMail MAIL = mail();

    /** One for all who ask, while the program runs. */
    private static final String FOLDER = folder();

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private DemoAccounts accounts;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAIL.getSmtp()::getPort);
        registry.add("caunoi.mail.from", () -> "khieunai@example.gov.vn");
        registry.add("caunoi.messages.public-address", () -> "https://khieunai.example.gov.vn/");
        registry.add("caunoi.messages.every", () -> "PT0S");
        registry.add("caunoi.data", () -> FOLDER);
        registry.add("caunoi.rules.folder", () -> "src/test/resources/rules");
    }

    /** The people of the demo; made once, and harmless to repeat. */
    @BeforeEach
    void peopleAppear() {
        accounts.create(DemoPeople.ACCOUNTS);
        DemoPeople.appear(commands);
        progress.awaitSettled(Duration.ofSeconds(10));
    }

    /** Waits until all readers have seen all that was recorded. */
    protected void settle() {
        assertThat(progress.awaitSettled(Duration.ofSeconds(10))).isTrue();
    }

    protected DemoAccounts accounts() {
        return accounts;
    }

    protected Caller nobody() {
        return Caller.nobody(port);
    }

    protected Caller as(String account) {
        return nobody().as(account);
    }

    private static GreenMail mail() {
        GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        mail.start();
        return mail;
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("caunoi-api").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
