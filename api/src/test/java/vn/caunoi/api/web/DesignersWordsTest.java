package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.processes.driver.CourseStep;
import vn.caunoi.processes.driver.CourseStep.Sort;
import vn.caunoi.processes.studio.Said;
import vn.caunoi.processes.studio.Sentence;

/** What diagrams and the driver call by ids is told to designers by the words of the house. */
class DesignersWordsTest extends RunningApi {

    @Autowired
    private ProblemSentences told;

    @Autowired
    private StepNames steps;

    @Autowired
    private CourseWords courses;

    @Autowired
    private CellWords cells;

    @BeforeEach
    void vietnamese() {
        LocaleContextHolder.setLocale(Locale.of("vi"));
    }

    @AfterEach
    void nothing() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void why_a_process_cannot_go_on_is_said_in_the_language_of_the_reader() {
        assertThat(told.stuck("The diagram goes in circles")).isEqualTo("Sơ đồ chạy vòng tròn mãi.");
        assertThat(told.stuck("The petition is not ACCEPTED yet")).contains("ngày thụ lý");
        assertThat(told.stuck("no row of deadlines 2 fits kind COMPLAINT, stage accept_1, [] on 2026-11-18"))
                .contains("deadlines 2", "Khiếu nại", "2026-11-18")
                .doesNotContain("COMPLAINT", "accept_1", "[]");
        assertThat(told.stuck(Reason.NOT_ALLOWED.text())).isNotEqualTo(Reason.NOT_ALLOWED.text());
        assertThat(told.stuck("Nobody put this into words")).isEqualTo("Nobody put this into words");
    }

    @Test
    void what_a_check_found_is_said_in_the_language_of_the_reader() {
        assertThat(told.sentence(Sentence.FORM_WORDS.around(Sentence.WORDS_OUTCOME_VI.of("done"), "triage")))
                .isEqualTo("Biểu mẫu “triage”, kết quả done: thiếu nhãn tiếng Việt.");
        assertThat(told.sentence(Sentence.NO_LIMIT_WITH.of("process", "COMPLAINT", "[COMPLEX, REMOTE]", "2026-11-18")))
                .contains("Khiếu nại", "phức tạp, vùng sâu, vùng xa")
                .doesNotContain("COMPLAINT", "COMPLEX");
        assertThat(told.sentence(Said.known("deadlines: row d1 is for others than before")))
                .isEqualTo("Bảng thời hạn: dòng d1 nay có điều kiện khác trước.");
        assertThat(told.sentence(Sentence.AS_SAID.of("As {it} 'is'"))).isEqualTo("As {it} 'is'");
    }

    @Test
    void a_step_is_called_as_the_newest_version_calls_it() {
        assertThat(steps.at("complaint", "approve-resolution")).startsWith("Duyệt ");
        assertThat(steps.at("complaint", "nothing")).isEmpty();
        assertThat(steps.all("complaint", "approve-resolution nothing")).startsWith("Duyệt ");
        assertThat(steps.at("nothing", null)).isEmpty();
        assertThat(steps.process("nothing")).isEqualTo("nothing");
    }

    @Test
    void what_was_changed_in_an_element_is_told_by_the_words_of_the_house() {
        assertThat(told.detail("camunda:formKey: triage → assign")).isEqualTo("biểu mẫu: triage → assign");
        assertThat(told.detail("bpmn:conditionExpression: a: b → c")).isEqualTo("điều kiện: a: b → c");
        assertThat(told.detail("outcome done, field note, required: false → true"))
                .isEqualTo("kết quả done, ô note, bắt buộc: false → true");
        assertThat(told.detail("outcome done: – → +")).isEqualTo("kết quả done: – → +");
        assertThat(told.detail("camunda:nothing-known: x → y")).isEqualTo("camunda:nothing-known: x → y");
    }

    @Test
    void what_an_action_was_given_and_when_a_timer_is_due_is_told() {
        assertThat(courses.given(step(Sort.ACTION, "set-deadline {basis=RECEIVED, stage=process}")))
                .isEqualTo("đặt thời hạn (tính từ: ngày nhận đơn, thời hạn: Xử lý đơn)");
        assertThat(courses.given(step(Sort.ACTION, "close-petition {ground=WITHDRAWN}")))
                .isEqualTo("kết thúc vụ việc (lý do kết thúc: đã rút)");
        assertThat(courses.given(step(Sort.ACTION, "route {}"))).isEqualTo("chuyển đến đơn vị theo bảng phân luồng");
        assertThat(courses.given(step(Sort.TIMER, "2026-11-18T02:00:00Z"))).isEqualTo("09:00 18/11/2026");
        assertThat(courses.given(step(Sort.TASK, null))).isEmpty();
    }

    @Test
    void what_a_row_of_a_table_asks_for_is_told() {
        assertThat(cells.of("not(\"DENUNCIATION\")", "\"process\"")).isEqualTo("trừ Tố cáo · Xử lý đơn");
        assertThat(cells.of("\"PROPOSAL\",\"FEEDBACK\"", "-")).isEqualTo("Kiến nghị, Phản ánh");
        assertThat(cells.row(List.of("complex: true", "at: \"A\"", "workingDays: >= 2")))
                .isEqualTo("Phức tạp: có; Đang ở đơn vị: Unit A; Ngày làm việc: >= 2");
        assertThat(cells.row(List.of("validFrom: < date(\"2027-01-02\")", "unheard-of")))
                .isEqualTo("Từ ngày: < 02/01/2027; unheard-of");
    }

    private static CourseStep step(Sort sort, @Nullable String detail) {
        return new CourseStep(sort, "complaint", "somewhere", detail);
    }
}
