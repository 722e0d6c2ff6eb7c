package vn.caunoi.api.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.message.Handed;
import vn.caunoi.api.message.MessageText.Written;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;

/** Takes notices to the mail server: each at once, or those of a day together in the morning. */
final class NoticePostman {

    private static final Logger LOG = LoggerFactory.getLogger(NoticePostman.class);
    private static final int AT_ONCE = 500;

    private final Notices notices;
    private final NoticeChoices choices;
    private final NoticeText text;
    private final Deliveries deliveries;
    private final EmailPost post;
    private final Clock clock;
    private final LocalTime digestAt;
    private final Duration giveUpAfter;

    NoticePostman(
            Notices notices,
            NoticeChoices choices,
            NoticeText text,
            Deliveries deliveries,
            EmailPost post,
            Clock clock,
            LocalTime digestAt,
            Duration giveUpAfter) {
        this.notices = notices;
        this.choices = choices;
        this.text = text;
        this.deliveries = deliveries;
        this.post = post;
        this.clock = clock;
        this.digestAt = digestAt;
        this.giveUpAfter = giveUpAfter;
    }

    void round() {
        Map<OfficerId, List<Notices.Notice>> waiting =
                notices.waiting(AT_ONCE).stream().collect(Collectors.groupingBy(Notices.Notice::officer));
        waiting.forEach((officer, all) -> tell(choices.of(officer), all));
    }

    private void tell(NoticeChoices.Choice to, List<Notices.Notice> all) {
        switch (to.how()) {
            case NONE -> notices.settle(all, "not-wanted");
            case AT_ONCE ->
                all.forEach(one -> deliver(one.id(), to.email(), text.one(one, to.language()), List.of(one)));
            case DAILY -> digest(to, all);
        }
    }

    private void digest(NoticeChoices.Choice to, List<Notices.Notice> all) {
        Instant last = lastDigest();
        List<Notices.Notice> due =
                all.stream().filter(one -> one.at().isBefore(last)).toList();
        if (due.isEmpty()) return;
        String id = "digest-" + to.officer().value() + "-" + last.getEpochSecond() + "-"
                + due.getLast().id().hashCode();
        deliver(id, to.email(), text.digest(due, to.language()), due);
    }

    /** The last time at which what had come until then was to be told. */
    private Instant lastDigest() {
        Instant now = clock.instant();
        LocalDate today = DueDate.dayOf(now);
        Instant at = today.atTime(digestAt).atZone(DueDate.ZONE).toInstant();
        return at.isAfter(now)
                ? today.minusDays(1).atTime(digestAt).atZone(DueDate.ZONE).toInstant()
                : at;
    }

    private void deliver(String id, String email, Written written, List<Notices.Notice> told) {
        Deliveries.Try turn = deliveries.begin(id).orElse(null);
        if (turn == null) return;
        if (turn.sent()) {
            notices.settle(told, null);
            return;
        }
        switch (post.hand(id, email, written)) {
            case Handed.Taken taken -> {
                deliveries.sent(id);
                notices.settle(told, null);
            }
            case Handed.Refused refused -> notices.settle(told, refused.problem());
            case Handed.NotNow later -> {
                LOG.warn("notice {} could not be sent at try {}: {}", id, turn.number(), later.why());
                if (turn.first().plus(giveUpAfter).isAfter(clock.instant())) deliveries.again(id, turn.number());
                else notices.settle(told, "no-answer");
            }
        }
    }
}
