package vn.caunoi.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.api.consult.ConsultLinks;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.projections.consult.Consults;
import vn.caunoi.projections.directory.Directory;

/** The link by which a body outside answers goes out by e-mail, once. */
class LinkPostmanTest extends RunningApi {

    @Autowired
    private Consults consults;

    @Autowired
    private ConsultLinks links;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Directory directory;

    @Autowired
    private EmailPost post;

    @Autowired
    private MessageText words;

    @Autowired
    private Commands commands;

    @Autowired
    private Clock clock;

    @Test
    void a_body_is_sent_its_link_once_and_the_mail_tells_nothing_of_the_case() throws Exception {
        var receipt = new Work(nobody()).handIn(Samples.complaint());
        String path = "/api/petitions/" + receipt.path("id").asString() + "/consults";
        as("officer1")
                .post(path, "{'question': 'Ranh giới?', 'body': 'Viện', 'email': 'vien@example.vn'}")
                .expect(201);
        settle();
        LinkPostman postman = new LinkPostman(
                consults, links, deliveries, directory, post, words, commands, clock, Duration.ofDays(3));
        postman.round();
        postman.round();
        settle();
        var mails = Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> to(mail).contains("vien@example.vn"))
                .toList();
        assertThat(mails).hasSize(1);
        String body = GreenMailUtil.getBody(mails.getFirst());
        String text = mails.getFirst().getContent().toString();
        assertThat(text)
                .contains("https://khieunai.example.gov.vn/opinion/")
                .doesNotContain("Ranh giới")
                .doesNotContain(receipt.path("code").asString());
        assertThat(body).isNotEmpty();
        var one = as("officer1").get(path).expect(200).json().path("items").get(0);
        assertThat(one.path("mailedAt").isString()).isTrue();
    }

    private static String to(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
