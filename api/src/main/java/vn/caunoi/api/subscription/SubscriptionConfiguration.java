package vn.caunoi.api.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.notice.Overseers;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.api.upkeep.Rounds;
import vn.caunoi.core.deadline.CalendarInForce;

/** Figures are sent where a mail server is configured, and else not at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class SubscriptionConfiguration {

    @Bean
    FiguresPostman figuresPostman(
            Subscriptions subscriptions,
            Overseers overseers,
            NoticeChoices choices,
            OversightDesk desk,
            FiguresMail mail,
            Deliveries deliveries,
            EmailPost post,
            CalendarInForce calendar,
            Clock clock,
            @Value("${caunoi.notices.digest-at:07:00}") LocalTime from) {
        return new FiguresPostman(
                subscriptions, overseers, choices, desk, mail, deliveries, post, calendar, clock, from);
    }

    @Bean
    FiguresRounds figuresRounds(FiguresPostman postman, @Value("${caunoi.messages.every:PT10S}") Duration every) {
        return new FiguresRounds(postman, every);
    }

    /** Sends the postman of figures out as often as that of messages. */
    static final class FiguresRounds extends Rounds {

        private final FiguresPostman postman;

        FiguresRounds(FiguresPostman postman, Duration every) {
            super("figures", Duration.ZERO, every);
            this.postman = postman;
        }

        @Override
        protected void round() {
            postman.round();
        }
    }
}
