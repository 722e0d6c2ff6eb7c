package vn.caunoi.api.notice;

import java.time.Duration;
import vn.caunoi.api.outbox.Outbox;
import vn.caunoi.api.upkeep.Rounds;

/** Sends the postman of notices out as often as that of messages. */
final class NoticeRounds extends Rounds {

    private final Outbox outbox;
    private final NoticePostman postman;
    private final OverviewPostman overviews;

    NoticeRounds(Outbox outbox, NoticePostman postman, OverviewPostman overviews, Duration every) {
        super("notices", Duration.ZERO, every);
        this.outbox = outbox;
        this.postman = postman;
        this.overviews = overviews;
    }

    @Override
    protected void round() {
        outbox.gather();
        postman.round();
        overviews.round();
    }
}
