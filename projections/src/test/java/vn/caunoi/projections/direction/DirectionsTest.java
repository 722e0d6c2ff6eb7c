package vn.caunoi.projections.direction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DirectionEnd;
import vn.caunoi.core.petition.DirectionEvent.DirectionDone;
import vn.caunoi.core.petition.DirectionEvent.DirectionEnded;
import vn.caunoi.core.petition.DirectionEvent.DirectionGiven;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.direction.Directions.Stand;

/** Directions stand in the list until they are done. */
class DirectionsTest extends ReadModelsTest {

    private static final OfficerId GIVER = new OfficerId("inspector1");
    private static final OfficerId AN = new OfficerId("an");

    @Autowired
    private Directions directions;

    @Autowired
    private CaseFiles files;

    @Autowired
    private Rebuild rebuild;

    @Test
    void what_is_to_be_done_first_stands_first_until_it_is_done() {
        Story later = directed(null, 5);
        Story sooner = directed(AN, 2);
        settle();
        assertThat(codes(Stand.OPEN)).containsExactly(sooner.code, later.code);
        assertThat(codes(Stand.OVERDUE)).isEmpty();
        clock.advance(Duration.ofDays(3));
        assertThat(codes(Stand.OVERDUE)).containsExactly(sooner.code);
        sooner.tell(new DirectionDone(sooner.id, 1, AN, true, sooner.text("Đã làm")));
        later.tell(new DirectionEnded(later.id, 1, DirectionEnd.CLOSED, null));
        settle();
        assertThat(codes(Stand.OPEN)).isEmpty();
        assertThat(codes(Stand.DONE)).containsExactly(sooner.code);
        assertThat(codes(Stand.ENDED)).containsExactly(later.code);
        Directions.Entry done = list(Stand.DONE, null).getFirst();
        assertThat(done.isLate(clock.instant())).isTrue();
        assertThat(directions.count(new Directions.Filter(Stand.DONE, null, null, GIVER), here(), clock.instant()))
                .isOne();
        assertThat(rebuild.run("directions", Rebuild.Way.TRIAL, progress -> {}).differences())
                .contains(List.of());
    }

    @Test
    void a_list_goes_on_where_it_stopped_and_shows_no_other_unit() {
        directed(AN, 1);
        directed(AN, 2);
        settle();
        var filter = new Directions.Filter(Stand.OPEN, unit, null, null);
        var first = directions.list(filter, here(), clock.instant(), null, 1);
        var second = directions.list(filter, here(), clock.instant(), first.next(), 1);
        assertThat(second.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        Visibility elsewhere = Visibility.of(Set.of(new UnitId("elsewhere")));
        assertThat(directions.count(filter, elsewhere, clock.instant())).isZero();
    }

    @Test
    void one_for_whoever_has_the_case_is_for_its_officer() {
        Story mine = directed(null, 1);
        Story other = directed(new OfficerId("binh"), 1);
        mine.assigned("an");
        other.assigned("an");
        settle();
        assertThat(list(Stand.OPEN, AN)).extracting(Directions.Entry::code).containsExactly(mine.code);
    }

    @Test
    void the_file_of_the_case_tells_what_was_directed_and_of_a_denunciation_not_in_words() {
        Story story = directed(AN, 2);
        settle();
        assertThat(files.byId(story.id, Visibility.everything()).orElseThrow().directions())
                .extracting(Part.Direction::text, Part.Direction::isOpen)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Làm rõ nguồn gốc đất", true));
        Story secret = story().received(Kind.DENUNCIATION, "s", "n");
        secret.tell(given(secret, AN, 2));
        settle();
        Actor clerk = new Actor(new OfficerId("clerk"), unit, Set.of(unit), Set.of(Role.CLERK));
        assertThat(files.byId(secret.id, Visibility.of(clerk)).orElseThrow().directions())
                .extracting(Part.Direction::text)
                .containsOnlyNulls();
    }

    private Story directed(@Nullable OfficerId to, int days) {
        Story story = story().received(Kind.COMPLAINT, "Đất đai", "n" + days);
        return story.tell(given(story, to, days));
    }

    private DirectionGiven given(Story story, @Nullable OfficerId to, int days) {
        LocalDate doBy = DueDate.dayOf(clock.instant()).plusDays(days);
        return new DirectionGiven(story.id, 1, GIVER, unit, to, doBy, story.text("Làm rõ nguồn gốc đất"));
    }

    private Visibility here() {
        return Visibility.of(Set.of(unit));
    }

    private List<String> codes(Stand stand) {
        return list(stand, null).stream().map(Directions.Entry::code).toList();
    }

    private List<Directions.Entry> list(Stand stand, @Nullable OfficerId officer) {
        var filter = new Directions.Filter(stand, null, officer, null);
        return directions.list(filter, here(), clock.instant(), null, 10).items();
    }
}
