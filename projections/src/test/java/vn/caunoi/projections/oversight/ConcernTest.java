package vn.caunoi.projections.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.RoundEvent.ResolutionIssued;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;

/** What people are upset about, compared with the same length of time before. */
class ConcernTest extends ReadModelsTest {
    @Autowired
    private Oversight oversight;

    private final Visibility here = Visibility.of(Set.of(unit));

    @Test
    void what_rises_most_comes_first_with_what_was_found_right() {
        about("tax", "Thôn Tây", null);
        about("land", "Thôn Đông", null);
        clock.advance(Duration.ofDays(30));
        LocalDate from = DueDate.dayOf(clock.instant());
        Story right = about("land", "thon  dong", "12/QĐ-UBND");
        about("land", "Thôn Đông", " 12/qđ-ubnd ");
        Story wrong = about("tax", "Thôn Tây", "7/QĐ");
        right.tell(new ResolutionIssued(right.id, "90/QĐ", from, Conclusion.PARTLY_RIGHT));
        wrong.tell(new ResolutionIssued(wrong.id, "91/QĐ", from, Conclusion.WRONG));
        settle();
        LocalDate last = from.plusDays(29);
        assertThat(oversight.concerns(ConcernSort.CATEGORY, from, last, here))
                .containsExactly(
                        new ConcernLine("land", "land", 2, 1, 1, 1), new ConcernLine("tax", "tax", 1, 1, 1, 0));
        assertThat(oversight.concerns(ConcernSort.PLACE, from, last, here))
                .extracting(ConcernLine::key, ConcernLine::received, ConcernLine::before, ConcernLine::right)
                .containsExactly(tuple("thon dong", 2L, 1L, 1L), tuple("thon tay", 1L, 1L, 0L));
        assertThat(oversight.concerns(ConcernSort.DECISION, from, last, here))
                .extracting(ConcernLine::key, ConcernLine::received, ConcernLine::rise)
                .containsExactly(tuple("12/QĐ-UBND", 2L, 2L), tuple("7/QĐ", 1L, 1L));
        for (ConcernSort sort : ConcernSort.values())
            for (ConcernLine line : oversight.concerns(sort, from, last, here)) {
                assertThat(behind(sort, ConcernFigure.RECEIVED, line, from, last))
                        .isEqualTo(line.received());
                assertThat(behind(sort, ConcernFigure.BEFORE, line, from, last)).isEqualTo(line.before());
                assertThat(behind(sort, ConcernFigure.DECIDED, line, from, last))
                        .isEqualTo(line.decided());
                assertThat(behind(sort, ConcernFigure.RIGHT, line, from, last)).isEqualTo(line.right());
            }
    }

    @Test
    void a_contested_decision_tells_nothing_of_denunciations_and_a_category_is_what_was_found() {
        Story story = about("tax", "Thôn Tây", "9/QĐ");
        story.tell(new PetitionClassified(story.id, Kind.DENUNCIATION, "conduct"));
        settle();
        LocalDate day = DueDate.dayOf(clock.instant());
        assertThat(oversight.concerns(ConcernSort.DECISION, day, day, here)).isEmpty();
        assertThat(oversight.concerns(ConcernSort.CATEGORY, day, day, here))
                .extracting(ConcernLine::key)
                .containsExactly("conduct");
    }

    private long behind(ConcernSort sort, ConcernFigure figure, ConcernLine line, LocalDate from, LocalDate last) {
        return oversight
                .behindConcern(sort, figure, List.of(line.key()), from, last, here, null, 200)
                .items()
                .size();
    }

    private Story about(String category, String place, @Nullable String number) {
        Story story = story();
        return story.tell(new PetitionReceived(
                story.id,
                story.code,
                "hash",
                Kind.COMPLAINT,
                Channel.DESK,
                clock.instant(),
                story.text("subject"),
                story.text("content"),
                category,
                unit,
                place,
                false,
                false,
                number == null ? null : new Disputed(null, number, null, null, null),
                null,
                List.of(),
                List.of(),
                null));
    }
}
