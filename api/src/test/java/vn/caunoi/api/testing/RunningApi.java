package vn.caunoi.api.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.caunoi.core.testing.TestDatabase;

/**
 * One running program for all tests that extend this, in demo mode, with the people of the demo. Tests share its
 * database and must not count what others may add to.
 */
@SpringBootTest(
        classes = ApiProgram.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"caunoi.demo=true", "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*"})
public abstract class RunningApi extends CalledApi {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    /** A real server for mail; nobody is sent out to it but by the tests about it. */
    protected static final GreenMail MAIL = mail();

    /** One for all who ask, while the program runs. */
    private static final String FOLDER = folder();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAIL.getSmtp()::getPort);
        registry.add("caunoi.mail.from", () -> "khieunai@example.gov.vn");
        registry.add("caunoi.messages.public-address", () -> "https://khieunai.example.gov.vn/");
        registry.add("caunoi.messages.every", () -> "PT0S");
        registry.add("caunoi.webhooks.inside", () -> "127.0.0.1");
        registry.add("caunoi.webhooks.off-after", () -> "3");
        registry.add("caunoi.reorganisations.every", () -> "PT0S");
        registry.add("caunoi.data", () -> FOLDER);
        registry.add("caunoi.rules.folder", () -> "src/test/resources/rules");
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
