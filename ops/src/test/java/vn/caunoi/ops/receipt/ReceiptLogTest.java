package vn.caunoi.ops.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class ReceiptLogTest {
    private static final String HEADER =
            "case:channel,case:concept:name,case:deadline,case:department,case:enddate,case:enddate_planned,case:group,"
                    + "case:responsible,case:startdate,concept:instance,concept:name,lifecycle:transition,org:group,"
                    + "org:resource,time:timestamp\n";
    private static final String OPEN =
            "Internet,case-1,2011-12-06 13:41:31.788000+01:00,General,,2011-12-06 13:41:31.788000+01:00,Group 2,"
                    + "Resource21,2011-10-11 13:42:22.688000+02:00,task-1,Confirmation of receipt,complete,Group 1,"
                    + "Resource21,2011-10-11 13:45:40.276000+02:00\n";

    @Test
    void a_case_keeps_its_channel_department_officer_times_and_activities() {
        LoggedCase one = read(OPEN).cases().getFirst();
        assertThat(one.number()).isEqualTo("case-1");
        assertThat(one.channel()).isEqualTo("Internet");
        assertThat(one.department()).isEqualTo("General");
        assertThat(one.responsible()).isEqualTo("Resource21");
        assertThat(one.received()).isEqualTo("2011-10-11T11:42:22.688Z");
        assertThat(one.plannedEnd()).isEqualTo("2011-12-06T12:41:31.788Z");
        assertThat(one.open()).isTrue();
        assertThat(one.entries()).extracting(LoggedCase.Entry::activity).containsExactly("Confirmation of receipt");
    }

    @Test
    void lines_of_one_case_come_together_in_their_order() {
        ReceiptLog log = read(OPEN + OPEN.replace("Confirmation of receipt", "T02 Check"));
        assertThat(log.cases()).hasSize(1);
        assertThat(log.cases().getFirst().entries())
                .extracting(LoggedCase.Entry::activity)
                .containsExactly("Confirmation of receipt", "T02 Check");
        assertThat(log.problems()).isEmpty();
    }

    @Test
    void a_line_with_an_unreadable_time_is_left_out_and_named() {
        ReceiptLog log = read(OPEN + OPEN.replace("2011-10-11 13:45:40.276000+02:00", "yesterday"));
        assertThat(log.cases().getFirst().entries()).hasSize(1);
        assertThat(log.problems())
                .containsExactly(new LogProblem(3, "case-1", "has no readable time in time:timestamp", false));
    }

    @Test
    void a_line_without_a_case_is_left_out() {
        assertThat(read(OPEN.replace("case-1", "")).problems())
                .containsExactly(new LogProblem(2, "?", "has no case:concept:name", false));
    }

    @Test
    void a_line_with_too_few_columns_is_left_out() {
        assertThat(read("Internet,case-1\n").problems())
                .extracting(LogProblem::taken)
                .containsExactly(false);
    }

    @Test
    void an_end_before_the_receipt_closes_the_case_when_it_was_received() {
        ReceiptLog log = read(OPEN.replace("General,,", "General,2011-10-10 00:00:00+02:00,"));
        assertThat(log.cases().getFirst().closed()).isEqualTo("2011-10-11T11:42:22.688Z");
        assertThat(log.problems()).extracting(LogProblem::taken).containsExactly(true);
    }

    @Test
    void an_activity_before_the_receipt_is_kept_and_told() {
        ReceiptLog log = read(OPEN.replace("2011-10-11 13:45:40.276000+02:00", "2011-10-01 08:00:00+02:00"));
        assertThat(log.cases().getFirst().entries()).hasSize(1);
        assertThat(log.problems()).extracting(LogProblem::taken).containsExactly(true);
    }

    @Test
    void a_file_without_the_columns_is_refused_as_a_whole() {
        assertThatThrownBy(() -> ReceiptLog.read(new StringReader("a,b\n1,2\n")))
                .isInstanceOf(ReceiptLog.Unreadable.class)
                .hasMessageContaining("case:concept:name");
    }

    @Test
    void a_file_with_an_open_quote_is_refused_and_not_a_crash() {
        assertThatThrownBy(() -> read("\"Internet,case-1")).isInstanceOf(ReceiptLog.Unreadable.class);
    }

    @Test
    void bytes_that_are_no_text_are_told_with_their_line() {
        assertThat(read(OPEN.replace("General", "Gen\uFFFDral")).problems())
                .containsExactly(new LogProblem(2, "case-1", "is not UTF-8 in case:department", false));
    }

    private static ReceiptLog read(String lines) {
        return ReceiptLog.read(new StringReader(HEADER + lines));
    }
}
