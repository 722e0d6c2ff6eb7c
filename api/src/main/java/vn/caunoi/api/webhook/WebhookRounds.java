package vn.caunoi.api.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.notice.NoticeTopic;
import vn.caunoi.api.notice.Notices;
import vn.caunoi.api.outbox.Outbox;
import vn.caunoi.api.upkeep.Rounds;
import vn.caunoi.core.directory.OfficerId;

/**
 * Takes events to their receivers, as often as messages are ({@code caunoi.messages.every}). One that does not answer is
 * asked again after 1, 2, 4 … 60 minutes for a day; a receiver that did not answer
 * {@code caunoi.webhooks.off-after} times in a row is switched off, and whoever registered it is told.
 */
@Component
class WebhookRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRounds.class);
    private static final int AT_ONCE = 50;
    private static final int DOUBLINGS = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

    private final Outbox outbox;
    private final WebhookRows rows;
    private final WebhookPost post;
    private final Notices notices;
    private final Clock clock;
    private final int offAfter;

    WebhookRounds(
            Outbox outbox,
            WebhookRows rows,
            WebhookPost post,
            Notices notices,
            Clock clock,
            @Value("${caunoi.webhooks.off-after:20}") int offAfter,
            @Value("${caunoi.messages.every:PT10S}") Duration every) {
        super("webhooks", Duration.ZERO, every);
        this.outbox = outbox;
        this.rows = rows;
        this.post = post;
        this.notices = notices;
        this.clock = clock;
        this.offAfter = offAfter;
    }

    @Override
    protected void round() {
        outbox.gather();
        List<WebhookRows.Due> due = rows.take(AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(this::deliver);
            due = rows.take(AT_ONCE);
        }
    }

    private void deliver(WebhookRows.Due one) {
        rows.find(one.webhook()).filter(to -> to.off() == null).ifPresent(to -> deliver(to, one));
    }

    WebhookPost.Answer deliver(Webhook to, WebhookRows.Due one) {
        WebhookPost.Answer answer = post.hand(to.url(), rows.secret(to.id()), one);
        String problem = answer.problem();
        Integer status = answer.status();
        if (problem == null) {
            rows.taken(one, status == null ? 0 : status);
            return answer;
        }
        LOG.warn("webhook {} did not take {} at try {}: {} {}", to.id(), one.id(), one.tries(), problem, status);
        boolean last = one.kind().equals(WebhookKinds.TEST)
                || !one.at().plus(GIVE_UP_AFTER).isAfter(clock.instant());
        if (last) rows.givenUp(one, status, problem);
        else rows.again(one, pause(one.tries()), status, problem);
        if (rows.failed(to.id()) >= offAfter) switchOff(to);
        return answer;
    }

    private void switchOff(Webhook to) {
        rows.switchOff(to.id(), "FAILURES");
        LOG.warn("webhook {} is switched off: it did not answer {} times in a row", to.id(), offAfter);
        notices.note(new Notices.Notice(
                "webhook-off-" + to.id() + "-" + clock.instant().getEpochSecond(),
                new OfficerId(to.by()),
                NoticeTopic.WEBHOOK_OFF,
                null,
                null,
                null,
                clock.instant()));
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
