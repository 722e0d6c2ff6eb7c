package vn.caunoi.api.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.message.Handed;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;

/** Writes to those who oversee others on the morning of each working day, once, and only when there is something to say. */
final class OverviewPostman {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewPostman.class);

    private final OverviewMails mails;
    private final Overviews overviews;
    private final OverviewText text;
    private final Deliveries deliveries;
    private final EmailPost post;
    private final CalendarInForce calendar;
    private final Clock clock;
    private final LocalTime from;

    /** @param from time of the day, in Vietnam, from which it is morning */
    OverviewPostman(
            OverviewMails mails,
            Overviews overviews,
            OverviewText text,
            Deliveries deliveries,
            EmailPost post,
            CalendarInForce calendar,
            Clock clock,
            LocalTime from) {
        this.mails = mails;
        this.overviews = overviews;
        this.text = text;
        this.deliveries = deliveries;
        this.post = post;
        this.calendar = calendar;
        this.clock = clock;
        this.from = from;
    }

    void round() {
        Morning.begun(clock.instant(), calendar.calendar(), from).ifPresent(begun -> {
            LocalDate day = DueDate.dayOf(begun);
            mails.waiting(day, begun).forEach(to -> tell(to, day));
        });
    }

    private void tell(NoticeChoices.Choice to, LocalDate day) {
        String id = "overview-" + to.officer().value() + "-" + day;
        Deliveries.Try turn = deliveries.begin(id).orElse(null);
        if (turn == null) return;
        if (turn.sent()) {
            mails.settle(to.officer(), day, null);
            return;
        }
        Overviews.Overview overview = overviews.of(to.officer(), day).orElse(null);
        if (overview == null) mails.settle(to.officer(), day, "oversees-nothing");
        else if (overview.isEmpty()) mails.settle(to.officer(), day, "nothing-to-say");
        else answer(post.hand(id, to.email(), text.of(overview, to.language())), id, turn, to.officer(), day);
    }

    /** What could not be sent is tried again while it is that day. */
    private void answer(Handed answer, String id, Deliveries.Try turn, OfficerId officer, LocalDate day) {
        switch (answer) {
            case Handed.Taken taken -> {
                deliveries.sent(id);
                mails.settle(officer, day, null);
            }
            case Handed.Refused refused -> mails.settle(officer, day, refused.problem());
            case Handed.NotNow later -> {
                LOG.warn("overview {} could not be sent at try {}: {}", id, turn.number(), later.why());
                deliveries.again(id, turn.number());
            }
        }
    }
}
