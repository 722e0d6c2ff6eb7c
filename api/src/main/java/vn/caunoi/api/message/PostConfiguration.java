package vn.caunoi.api.message;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import vn.caunoi.api.consult.ConsultLinks;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.consult.Consults;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.message.Messages;

/** Messages are sent where a server is configured for their carrier, and else only shown as waiting. */
@Configuration(proxyBeanMethods = false)
class PostConfiguration {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    EmailPost emailPost(JavaMailSender server, @Value("${caunoi.mail.from:}") String from, MessageText words) {
        return new EmailPost(server, from, words);
    }

    @Bean
    @ConditionalOnProperty("caunoi.sms.url")
    SmsPost smsPost(
            @Value("${caunoi.sms.url}") URI gateway,
            @Value("${caunoi.sms.secret:}") String secret,
            MessageText words,
            Clock clock) {
        return new SmsPost(gateway, new Signature(secret), words, clock);
    }

    @Bean
    Postmen postmen(
            List<Post> posts,
            ObjectProvider<LinkPostman> links,
            Messages messages,
            Deliveries deliveries,
            CaseFiles files,
            Directory directory,
            Commands commands,
            Clock clock,
            @Value("${caunoi.messages.give-up-after:P3D}") Duration giveUpAfter) {
        return new Postmen(
                posts.stream()
                        .map(post ->
                                new Postman(messages, deliveries, files, directory, post, commands, clock, giveUpAfter))
                        .toList(),
                links.getIfAvailable());
    }

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    LinkPostman linkPostman(
            Consults consults,
            ConsultLinks links,
            Deliveries deliveries,
            Directory directory,
            EmailPost post,
            MessageText words,
            Commands commands,
            Clock clock,
            @Value("${caunoi.messages.give-up-after:P3D}") Duration giveUpAfter) {
        return new LinkPostman(consults, links, deliveries, directory, post, words, commands, clock, giveUpAfter);
    }

    @Bean
    PostRounds postRounds(Postmen postmen, @Value("${caunoi.messages.every:PT10S}") Duration every) {
        return new PostRounds(postmen, every);
    }
}
