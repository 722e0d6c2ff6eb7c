package vn.caunoi.api.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.api.message.Deliveries;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.message.Handed;
import vn.caunoi.api.notice.Morning;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.notice.Overseers;
import vn.caunoi.api.supervisor.OversightDesk;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.Visibility;

/** Sends the figures of a week or a month on the first working morning after it, once for each subscription. */
final class FiguresPostman {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresPostman.class);

    private final Subscriptions subscriptions;
    private final Overseers overseers;
    private final NoticeChoices choices;
    private final OversightDesk desk;
    private final FiguresMail mail;
    private final Deliveries deliveries;
    private final EmailPost post;
    private final CalendarInForce calendar;
    private final Clock clock;
    private final LocalTime from;

    /** @param from time of the day, in Vietnam, from which it is morning */
    FiguresPostman(
            Subscriptions subscriptions,
            Overseers overseers,
            NoticeChoices choices,
            OversightDesk desk,
            FiguresMail mail,
            Deliveries deliveries,
            EmailPost post,
            CalendarInForce calendar,
            Clock clock,
            LocalTime from) {
        this.subscriptions = subscriptions;
        this.overseers = overseers;
        this.choices = choices;
        this.desk = desk;
        this.mail = mail;
        this.deliveries = deliveries;
        this.post = post;
        this.calendar = calendar;
        this.clock = clock;
        this.from = from;
    }

    void round() {
        Morning.begun(clock.instant(), calendar.calendar(), from).ifPresent(begun -> {
            LocalDate day = DueDate.dayOf(begun);
            subscriptions.waiting(day).forEach(one -> send(one, one.rhythm().over(day)));
        });
    }

    private void send(Subscription to, LocalDate last) {
        String id = "figures-" + to.id() + "-" + last;
        Deliveries.Try turn = deliveries.begin(id).orElse(null);
        if (turn == null) return;
        if (turn.sent()) {
            subscriptions.settle(to, last, null);
            return;
        }
        Actor reader = overseers.find(to.officer()).orElse(null);
        NoticeChoices.Choice choice = choices.of(to.officer());
        if (reader == null || to.unit() != null && !Visibility.of(reader).sees(to.unit()))
            subscriptions.settle(to, last, "oversees-nothing");
        else if (choice.email().isBlank()) subscriptions.settle(to, last, "no-address");
        else answer(hand(id, to, last, reader, choice), id, turn, to, last);
    }

    private Handed hand(String id, Subscription to, LocalDate last, Actor reader, NoticeChoices.Choice choice) {
        String unit = to.unit() == null ? null : to.unit().value();
        OversightDesk.Asked asked = new OversightDesk.Asked(to.from(last), last, unit, false);
        FiguresMail.Filled filled = mail.of(desk.report(reader, asked), choice.language());
        return post.hand(id, choice.email(), filled.text(), filled.enclosure());
    }

    /** What could not be sent is tried again until the next period is over. */
    private void answer(Handed answer, String id, Deliveries.Try turn, Subscription to, LocalDate last) {
        switch (answer) {
            case Handed.Taken taken -> {
                deliveries.sent(id);
                subscriptions.settle(to, last, null);
            }
            case Handed.Refused refused -> subscriptions.settle(to, last, refused.problem());
            case Handed.NotNow later -> {
                LOG.warn("figures {} could not be sent at try {}: {}", id, turn.number(), later.why());
                deliveries.again(id, turn.number());
            }
        }
    }
}
