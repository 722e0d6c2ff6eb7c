package vn.caunoi.api.message;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.message.Messages;

/** Mail is sent where a server is configured ({@code spring.mail.host}), and else only shown as waiting. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailConfiguration {

    @Bean
    Postman postman(
            Messages messages,
            Deliveries deliveries,
            CaseFiles files,
            Directory directory,
            MessageText text,
            JavaMailSender server,
            Commands commands,
            Clock clock,
            @Value("${caunoi.mail.from:}") String from,
            @Value("${caunoi.mail.give-up-after:P3D}") Duration giveUpAfter) {
        return new Postman(
                messages,
                deliveries,
                files,
                directory,
                text,
                new EmailPost(server, from),
                commands,
                clock,
                giveUpAfter);
    }

    @Bean
    PostRounds postRounds(Postman postman, @Value("${caunoi.mail.every:PT10S}") Duration every) {
        return new PostRounds(postman, every);
    }
}
