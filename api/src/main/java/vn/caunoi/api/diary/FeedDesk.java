package vn.caunoi.api.diary;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.Actors;
import vn.caunoi.api.security.AdminAccounts;
import vn.caunoi.api.security.Throttle;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;

/** The diary of whoever made a feed, for programs that know its address. */
@Component
public class FeedDesk {

    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 183;

    private final DiaryFeeds feeds;
    private final Diary diary;
    private final AdminAccounts accounts;
    private final Actors actors;
    private final Clock clock;
    private final Throttle wrong = new Throttle(20, Duration.ofMinutes(15));

    FeedDesk(DiaryFeeds feeds, Diary diary, AdminAccounts accounts, Actors actors, Clock clock) {
        this.accounts = accounts;
        this.feeds = feeds;
        this.diary = diary;
        this.actors = actors;
        this.clock = clock;
    }

    /** As the owner may see it today; a wrong secret is one thing with one that was taken back, and with an account that was closed. */
    public String read(String secret, String address, Function<Diary.Arranged, String> title, String site) {
        if (wrong.isClosed(address)) throw new Stopped(ProblemKind.TOO_MANY);
        Actor owner = feeds.owner(secret)
                .filter(one -> accounts.isOpen(one.value()))
                .flatMap(one -> actors.find(one.value()))
                .orElseThrow(() -> {
                    wrong.failed(address);
                    return new NotFound();
                });
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        return ICalendar.of(
                diary.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), owner),
                title,
                site,
                today.atStartOfDay(BusinessClock.ZONE).toInstant());
    }
}
