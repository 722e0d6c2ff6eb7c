package vn.caunoi.projections.publicview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.publicview.PublishedAnswers.Answer;
import vn.caunoi.projections.publicview.PublishedAnswers.Filter;

/** What was published, for everybody, as long as it stands. */
class PublishedAnswersTest extends ReadModelsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-18");

    @Autowired
    private PublishedAnswers answers;

    @Test
    void a_question_and_its_answer_are_found_without_marks_and_without_who_asked() {
        Story story = published("Đèn đường Láng hỏng hai tuần", "Đã thay bóng đèn ngày 15", DAY);
        settle();
        Answer answer = found("den duong lang").getFirst();
        assertThat(answer.question()).isEqualTo("Đèn đường Láng hỏng hai tuần");
        assertThat(answer.unit()).isEqualTo(unit);
        assertThat(answer.kind()).isEqualTo(Kind.FEEDBACK);
        assertThat(answer.category()).isEqualTo("land");
        assertThat(answer.toString()).doesNotContain(story.id.value(), story.code, "Bình");
        assertThat(found("BÓNG đè")).containsExactly(answer);
        assertThat(found("den binh")).isEmpty();
        assertThat(found("' | (")).isEmpty();
        assertThat(answers.find(answer.id())).contains(answer);
    }

    @Test
    void the_last_published_stand_first_page_by_page() {
        for (int i = 0; i < 5; i++) published("Câu hỏi " + i, "Trả lời", DAY.minusDays(i / 2));
        settle();
        Page<Answer> first = answers.search(ofUnit(null), null, 3);
        Page<Answer> second = answers.search(ofUnit(null), first.next(), 3);
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.next()).isNull();
        assertThat(java.util.stream.Stream.concat(first.items().stream(), second.items().stream()))
                .extracting(Answer::publishedOn)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .hasSize(5);
        assertThat(answers.search(new Filter(null, unit, null, DAY, DAY, null), null, 10)
                        .items())
                .hasSize(2);
    }

    @Test
    void what_is_taken_back_returned_or_erased_is_gone_and_may_be_published_anew() {
        Story taken = published("Rác thải", "Đã dọn", DAY);
        Story returned = published("Rác thải", "Đã dọn", DAY);
        Story erased = published("Rác thải", "Đã dọn", DAY);
        settle();
        assertThat(found("rac thai")).hasSize(3);
        taken.tell(new AnswerEvent.AnswerUnpublished(taken.id, taken.text("Nhầm"), new OfficerId("head1")));
        returned.tell(new AnswerEvent.AnswerUnsuitable(
                returned.id, true, Set.of(Milestone.ANSWERED, Milestone.PUBLISHED), returned.text("Chưa đủ")));
        erased.tell(new PersonalDataErased(erased.id, List.of(), true, "Hết hạn", DAY));
        settle();
        assertThat(found("rac thai")).isEmpty();
        publish(taken, "Rác ở chợ", "Đã dọn sạch", DAY);
        settle();
        assertThat(found("rac cho")).hasSize(1);
    }

    private List<Answer> found(String q) {
        return answers.search(ofUnit(q), null, 50).items();
    }

    private Filter ofUnit(@Nullable String q) {
        return new Filter(null, unit, null, null, null, q);
    }

    private Story published(String question, String answer, LocalDate on) {
        Story story = story().received(Kind.FEEDBACK, "s", "Trần Thị Bình").classified(Kind.FEEDBACK);
        story.tell(new AnswerEvent.AnswerSent(story.id, on, null));
        return publish(story, question, answer, on);
    }

    private static Story publish(Story story, String question, String answer, LocalDate on) {
        return story.tell(new AnswerEvent.AnswerPublished(
                story.id, on, "WEBSITE", null, story.text(question), story.text(answer)));
    }
}
