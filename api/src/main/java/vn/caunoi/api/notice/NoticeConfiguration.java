package vn.caunoi.api.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.outbox.Outbox;
import vn.caunoi.core.deadline.CalendarInForce;

/** Officers are told by mail where a mail server is configured, and else not at all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class NoticeConfiguration {

    @Bean
    NoticePostman noticePostman(
            Notices notices,
            NoticeChoices choices,
            NoticeText text,
            Deliveries deliveries,
            EmailPost post,
            Clock clock,
            @Value("${caunoi.notices.digest-at:07:00}") LocalTime digestAt,
            @Value("${caunoi.messages.give-up-after:P3D}") Duration giveUpAfter) {
        return new NoticePostman(notices, choices, text, deliveries, post, clock, digestAt, giveUpAfter);
    }

    @Bean
    OverviewPostman overviewPostman(
            OverviewMails mails,
            Overviews overviews,
            OverviewText text,
            Deliveries deliveries,
            EmailPost post,
            CalendarInForce calendar,
            Clock clock,
            @Value("${caunoi.notices.digest-at:07:00}") LocalTime from) {
        return new OverviewPostman(mails, overviews, text, deliveries, post, calendar, clock, from);
    }

    @Bean
    NoticeRounds noticeRounds(
            Outbox outbox,
            NoticePostman postman,
            OverviewPostman overviews,
            @Value("${caunoi.messages.every:PT10S}") Duration every) {
        return new NoticeRounds(outbox, postman, overviews, every);
    }
}
