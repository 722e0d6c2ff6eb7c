package vn.caunoi.api.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.api.notice.NoticeChoices;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.upkeep.Upkeep;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;

/** Who has which figures sent to them, and which they have had: each period of each subscription once. */
@Component
public class Subscriptions implements Upkeep {

    private static final int MOST = 20;
    private static final Period KEPT = Period.ofYears(2);

    /** Nothing checked yet. */
    public record Given(
            @Nullable String rhythm,
            @Nullable String span,
            @Nullable String unit) {}

    private final JdbcClient jdbc;
    private final NoticeChoices choices;
    private final Clock clock;

    Subscriptions(JdbcClient jdbc, NoticeChoices choices, Clock clock) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.clock = clock;
    }

    public List<Subscription> of(OfficerId officer) {
        return jdbc.sql("select * from vault.figures_subscription where officer = ? order by made, id")
                .param(officer.value())
                .query(Subscriptions::subscription)
                .list();
    }

    /**
     * Nothing more when it is there already.
     *
     * @throws Refusal for what is not valid, without an address for mail, or when there are too many
     */
    public void begin(Given given, Actor by) {
        Input input = new Input();
        Subscription.Rhythm rhythm = input.choice("rhythm", given.rhythm(), Subscription.Rhythm.class);
        if (given.rhythm() == null || given.rhythm().isBlank()) input.present("rhythm", null);
        Subscription.Span span = input.choice("span", given.span(), Subscription.Span.class);
        if (given.span() == null || given.span().isBlank()) input.present("span", null);
        if (choices.of(by.id()).email().isBlank()) input.wrong("email", "required", "is required");
        if (of(by.id()).size() >= MOST) input.wrong("rhythm", "too-many", "at most " + MOST + " are kept");
        input.mustBeValid();
        String unit = given.unit() == null || given.unit().isBlank() ? null : given.unit();
        if (unit != null && !Visibility.of(by).sees(new UnitId(unit))) throw new NotFound();
        jdbc.sql("insert into vault.figures_subscription values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                .param(UUID.randomUUID())
                .param(by.id().value())
                .param(String.valueOf(rhythm))
                .param(String.valueOf(span))
                .param(unit)
                .param(now())
                .update();
    }

    /** One that is somebody else's is not there. */
    public void stop(UUID id, OfficerId by) {
        int gone = jdbc.sql("delete from vault.figures_subscription where id = ? and officer = ?")
                .params(id, by.value())
                .update();
        if (gone == 0) throw new NotFound();
    }

    /** Those that were not told of the last period before this day; of a period that was over when they began they are not. */
    List<Subscription> waiting(LocalDate day) {
        return jdbc.sql("""
                        select s.* from vault.figures_subscription s
                         where s.made < case s.rhythm when 'WEEKLY' then :weekOver else :monthOver end
                           and not exists (select from vault.figures_mail m where m.subscription = s.id
                             and m.period = case s.rhythm when 'WEEKLY' then :week else :month end)
                         order by s.made, s.id""")
                .param("week", Subscription.Rhythm.WEEKLY.over(day))
                .param("month", Subscription.Rhythm.MONTHLY.over(day))
                .param("weekOver", end(Subscription.Rhythm.WEEKLY.over(day)))
                .param("monthOver", end(Subscription.Rhythm.MONTHLY.over(day)))
                .query(Subscriptions::subscription)
                .list();
    }

    /** @param problem word for why nothing was sent; null when it was */
    void settle(Subscription subscription, LocalDate period, @Nullable String problem) {
        jdbc.sql("insert into vault.figures_mail select id, ?, ?, ? from vault.figures_subscription where id = ?"
                        + " on conflict do nothing")
                .param(period)
                .param(now())
                .param(problem)
                .param(subscription.id())
                .update();
    }

    @Override
    public void tidy() {
        jdbc.sql("delete from vault.figures_mail where period < ?")
                .param(DueDate.dayOf(clock.instant()).minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime end(LocalDate last) {
        return last.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        return new Subscription(
                row.getObject("id", UUID.class),
                new OfficerId(row.getString("officer")),
                Subscription.Rhythm.valueOf(row.getString("rhythm")),
                Subscription.Span.valueOf(row.getString("span")),
                unit == null ? null : new UnitId(unit));
    }
}
