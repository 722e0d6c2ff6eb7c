package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.yardstick.HotSpotRule;
import vn.caunoi.projections.Ledger;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;

/** An open case is a hot spot by the rule that is asked with, and each number has exactly its cases. */
class HotSpotTest extends ReadModelsTest {
    private static final HotSpotRule NOTHING = new HotSpotRule(0, 0, 0, 0, 0, 0);

    @Autowired
    private Oversight oversight;

    private final UnitId below = new UnitId(unit + "-below");
    private final Visibility here = Visibility.of(Set.of(unit, below));

    @Test
    void what_is_brought_over_a_level_is_counted_where_it_is() {
        unit(unit, null);
        unit(below, unit);
        Story over = story(1, 1);
        over.tell(new PetitionAssigned(over.id, below, null, null));
        Story direct = story(1, 1);
        settle();
        assertThat(codes(Burden.OVER_LEVEL, new HotSpotRule(1, 0, 0, 0, 0, 0))).containsExactly(over.code);
        assertThat(codes(Burden.OVER_LEVEL, new HotSpotRule(2, 0, 0, 0, 0, 0))).isEmpty();
        assertThat(codes(Burden.OPEN, NOTHING)).contains(over.code, direct.code);
    }

    @Test
    void many_people_many_demands_and_long_delays_are_reached_at_their_thresholds() {
        Story crowd = story(5, 1);
        Story complex = story(1, 3);
        Story accepted = story(1, 1);
        accepted.tell(new PetitionAccepted(accepted.id, DueDate.dayOf(clock.instant()), true, false, null));
        Story late = story(1, 1).deadline("settle_1", clock.instant().plus(Duration.ofDays(1)));
        settle();
        HotSpotRule rule = new HotSpotRule(0, 10, 3, 20, 5, 0);
        assertThat(codes(Burden.CROWD, rule)).containsExactly(crowd.code);
        assertThat(codes(Burden.CROWD, new HotSpotRule(0, 0, 0, 0, 6, 0))).isEmpty();
        assertThat(codes(Burden.COMPLEX, rule)).containsExactlyInAnyOrder(complex.code, accepted.code);
        assertThat(codes(Burden.COMPLEX, NOTHING)).as("accepted as complex").containsExactly(accepted.code);
        assertThat(codes(Burden.BACKLOG, rule)).isEmpty();
        clock.advance(Duration.ofDays(12));
        assertThat(codes(Burden.BACKLOG, rule)).containsExactly(late.code);
        assertThat(codes(Burden.PROLONGED, rule)).isEmpty();
        clock.advance(Duration.ofDays(9));
        assertThat(codes(Burden.PROLONGED, rule)).hasSize(4);
        for (Burden column : List.of(Burden.BACKLOG, Burden.CROWD, Burden.PROLONGED))
            assertThat(codes(column, NOTHING)).as("not watched: " + column).isEmpty();
        for (Burden column : Burden.values())
            assertThat(oversight.burdens(false, here, Duration.ofDays(7), rule).stream()
                            .mapToLong(one -> one.counts().get(column))
                            .sum())
                    .as(column.name())
                    .isEqualTo(codes(column, rule).size());
    }

    @Test
    void what_was_closed_and_is_open_again_is_repeated() {
        Story story = story(1, 1);
        again(story);
        settle();
        assertThat(codes(Burden.REPEATED, new HotSpotRule(0, 0, 0, 0, 0, 1))).containsExactly(story.code);
        assertThat(codes(Burden.REPEATED, new HotSpotRule(0, 0, 0, 0, 0, 2))).isEmpty();
        again(story);
        settle();
        assertThat(codes(Burden.REPEATED, new HotSpotRule(0, 0, 0, 0, 0, 2))).containsExactly(story.code);
    }

    private static void again(Story story) {
        story.closed(ClosingGround.SETTLED, true);
        story.tell(new CaseEvent.PetitionReopened(
                story.id, ReopenGround.NEW_EVIDENCE, Set.of(Milestone.CLOSED), story.text("r")));
    }

    private List<String> codes(Burden column, HotSpotRule rule) {
        return oversight.burdened(column, null, null, here, Duration.ofDays(7), rule, null, 200).items().stream()
                .map(Oversight.Case::code)
                .toList();
    }

    private void unit(UnitId id, @Nullable UnitId above) {
        new Ledger(events, transactions)
                .record("unit", "unit:" + id, 0, new UnitEstablished(id, above, "n" + id), "admin1");
    }

    private Story story(int people, int points) {
        Story story = story();
        Instant now = clock.instant();
        List<Person> all = Collections.nCopies(people, 0).stream()
                .map(n -> new Person(
                        new PersonId(UUID.randomUUID().toString()),
                        PersonRole.COMPLAINANT,
                        story.text("An"),
                        null,
                        null,
                        null,
                        null))
                .toList();
        return story.tell(new PetitionReceived(
                story.id,
                story.code,
                "hash",
                Kind.COMPLAINT,
                Channel.DESK,
                now,
                story.text("subject"),
                story.text("content"),
                null,
                unit,
                null,
                false,
                false,
                null,
                null,
                Collections.nCopies(points, new Point(1, story.text("demand"))),
                all,
                null));
    }
}
