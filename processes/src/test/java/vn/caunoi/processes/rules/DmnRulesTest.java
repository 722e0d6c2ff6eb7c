package vn.caunoi.processes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;

class DmnRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static final Map<String, List<String>> STAGES = Map.of(
            "COMPLAINT",
                    List.of(
                            "accept_2",
                            "settle_2",
                            "send_2",
                            "process",
                            "tell_visitor",
                            "accept_1",
                            "settle_1",
                            "send_1",
                            "lodge_1",
                            "lodge_2",
                            "publish",
                            "post_minimum",
                            "meeting_notice",
                            "effective_1",
                            "effective_2",
                            "resume_after_stop_notice",
                            "consult",
                            "supplement"),
            "DENUNCIATION",
                    List.of(
                            "process",
                            "tell_visitor",
                            "transfer",
                            "notify_accept",
                            "settle",
                            "send_conclusion",
                            "handle_conclusion",
                            "publish",
                            "initial",
                            "reply_sender",
                            "extend_complex",
                            "extend_special",
                            "protection",
                            "send_stop",
                            "onward_review",
                            "overdue_report",
                            "consult",
                            "supplement"),
            "PROPOSAL", List.of("process", "tell_visitor", "transfer", "answer", "progress", "consult", "supplement"),
            "FEEDBACK", List.of("process", "tell_visitor", "transfer", "answer", "progress", "consult", "supplement"));

    private static final DmnRules RULES = DmnRules.shipped();

    @ParameterizedTest(name = "{0}: {1} {2} {3} has {4} {5}")
    @CsvSource({
        "D01, COMPLAINT, process, , 10, CALENDAR_DAYS",
        "D01, PROPOSAL, process, , 10, CALENDAR_DAYS",
        "D01, FEEDBACK, process, , 10, CALENDAR_DAYS",
        "D01, , process, , 10, CALENDAR_DAYS",
        "D02, COMPLAINT, tell_visitor, , 10, WORKING_DAYS",
        "D03, COMPLAINT, lodge_1, , 90, CALENDAR_DAYS",
        "D04, COMPLAINT, accept_1, , 10, CALENDAR_DAYS",
        "D05, COMPLAINT, settle_1, , 30, CALENDAR_DAYS",
        "D06, COMPLAINT, settle_1, COMPLEX, 45, CALENDAR_DAYS",
        "D07, COMPLAINT, settle_1, REMOTE, 45, CALENDAR_DAYS",
        "D08, COMPLAINT, settle_1, COMPLEX+REMOTE, 60, CALENDAR_DAYS",
        "D09, COMPLAINT, send_1, , 3, WORKING_DAYS",
        "D10, COMPLAINT, lodge_2, , 30, CALENDAR_DAYS",
        "D11, COMPLAINT, lodge_2, REMOTE, 45, CALENDAR_DAYS",
        "D18, COMPLAINT, publish, , 15, CALENDAR_DAYS",
        "D19, COMPLAINT, post_minimum, , 15, CALENDAR_DAYS",
        "D20, COMPLAINT, meeting_notice, , 3, CALENDAR_DAYS",
        "D21, COMPLAINT, effective_1, , 30, CALENDAR_DAYS",
        "D22, COMPLAINT, effective_1, REMOTE, 45, CALENDAR_DAYS",
        "D23, COMPLAINT, effective_2, , 30, CALENDAR_DAYS",
        "D24, COMPLAINT, effective_2, REMOTE, 45, CALENDAR_DAYS",
        "D25, COMPLAINT, resume_after_stop_notice, , 30, CALENDAR_DAYS",
        "D26, DENUNCIATION, process, , 7, WORKING_DAYS",
        "D27, DENUNCIATION, process, SEVERAL_PLACES, 10, WORKING_DAYS",
        "D26, DENUNCIATION, initial, , 7, WORKING_DAYS",
        "D27, DENUNCIATION, initial, SEVERAL_PLACES, 10, WORKING_DAYS",
        "D28, DENUNCIATION, transfer, , 5, WORKING_DAYS",
        "D29, DENUNCIATION, reply_sender, , 20, CALENDAR_DAYS",
        "D30, DENUNCIATION, notify_accept, , 5, WORKING_DAYS",
        "D31, DENUNCIATION, settle, , 30, CALENDAR_DAYS",
        "D32, DENUNCIATION, extend_complex, , 30, CALENDAR_DAYS",
        "D33, DENUNCIATION, extend_special, , 30, CALENDAR_DAYS",
        "D34, DENUNCIATION, send_stop, , 5, WORKING_DAYS",
        "D35, DENUNCIATION, send_conclusion, , 5, WORKING_DAYS",
        "D36, DENUNCIATION, handle_conclusion, , 7, WORKING_DAYS",
        "D37, DENUNCIATION, publish, , 7, WORKING_DAYS",
        "D01a, FEEDBACK, transfer, , 10, CALENDAR_DAYS",
        "D41, FEEDBACK, transfer, ADMINISTRATIVE_RULE, 5, WORKING_DAYS",
        "D41, PROPOSAL, transfer, ADMINISTRATIVE_RULE+GOVERNMENT_PORTAL, 5, WORKING_DAYS",
        "D43, FEEDBACK, progress, GOVERNMENT_PORTAL, 7, WORKING_DAYS",
        "D43a, PROPOSAL, progress, , 7, WORKING_DAYS",
        "D40, DENUNCIATION, protection, , 5, WORKING_DAYS",
        "D42, FEEDBACK, answer, GOVERNMENT_PORTAL, 20, CALENDAR_DAYS",
        "D42, PROPOSAL, answer, GOVERNMENT_PORTAL, 20, CALENDAR_DAYS",
        "D44, FEEDBACK, answer, , 20, CALENDAR_DAYS",
        "D44, PROPOSAL, answer, , 20, CALENDAR_DAYS",
        "D38, DENUNCIATION, onward_review, , 20, CALENDAR_DAYS",
        "D39, DENUNCIATION, overdue_report, , 5, WORKING_DAYS",
        "S01, , supplement, , 30, CALENDAR_DAYS",
        "S01, DENUNCIATION, supplement, , 30, CALENDAR_DAYS",
        "D12, COMPLAINT, accept_2, , 10, CALENDAR_DAYS",
        "D13, COMPLAINT, settle_2, , 45, CALENDAR_DAYS",
        "D14, COMPLAINT, settle_2, COMPLEX, 60, CALENDAR_DAYS",
        "D15, COMPLAINT, settle_2, REMOTE, 60, CALENDAR_DAYS",
        "D16, COMPLAINT, settle_2, COMPLEX+REMOTE, 70, CALENDAR_DAYS",
        "D17, COMPLAINT, send_2, , 7, CALENDAR_DAYS",
        "C01, COMPLAINT, consult, , 7, WORKING_DAYS",
        "C01, , consult, , 7, WORKING_DAYS",
    })
    void each_row_answers_its_question(
            String row,
            @Nullable String kind,
            String stage,
            @Nullable String circumstances,
            int amount,
            LimitUnit unit) {
        var asked = new RuleQuestion(kind, stage, circumstances(circumstances), TODAY);
        DeadlineRule rule = RULES.ruleFor(asked);
        assertThat(rule.id()).isEqualTo(row);
        assertThat(rule.stage()).isEqualTo(stage);
        assertThat(rule.limit()).isEqualTo(new Limit(amount, unit));
        // how long it stays posted, and is announced before, are least times
        assertThat(rule.roll()).isEqualTo(!Set.of("D19", "D20").contains(row));
    }

    @Test
    void no_question_of_the_shipped_kinds_is_left_without_an_answer_or_gets_two_and_every_row_is_used() {
        Set<String> used = questions().map(RULES::ruleFor).map(DeadlineRule::id).collect(Collectors.toSet());
        assertThat(used).containsExactlyInAnyOrderElementsOf(rowsOf(shippedTable()));
    }

    @Test
    void the_answer_tells_its_source_how_sure_it_is_and_since_when_it_applies() {
        DeadlineRule rule = RULES.ruleFor(RuleQuestion.of("COMPLAINT", "settle_1", TODAY));
        assertThat(rule.source()).isEqualTo("LKN Đ28");
        assertThat(rule.confidence()).isEqualTo("S");
        assertThat(rule.validFrom()).isEqualTo("2012-07-01");
        assertThat(rule.version()).isEqualTo(RULES.version()).matches("deadlines@[0-9a-f]{12}");
    }

    @Test
    void a_local_parameter_is_marked_as_one_and_has_no_date() {
        DeadlineRule rule = RULES.ruleFor(RuleQuestion.of("FEEDBACK", "answer", TODAY));
        assertThat(rule.confidence()).isEqualTo("X");
        assertThat(rule.validFrom()).isNull();
    }

    @Test
    void a_rule_applies_from_its_first_day() {
        assertThat(RULES.ruleFor(RuleQuestion.of("COMPLAINT", "publish", LocalDate.parse("2020-12-10")))
                        .id())
                .isEqualTo("D18");
        assertThatThrownBy(() -> RULES.ruleFor(RuleQuestion.of("COMPLAINT", "publish", LocalDate.parse("2020-12-09"))))
                .isInstanceOf(NoRuleFits.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settle_9", "", "\" or true or \""})
    void a_stage_that_the_table_does_not_know_is_said_clearly(String stage) {
        assertThatThrownBy(() -> RULES.ruleFor(RuleQuestion.of("COMPLAINT", stage, TODAY)))
                .isInstanceOf(NoRuleFits.class)
                .hasMessageContaining("kind COMPLAINT, stage " + stage)
                .hasMessageContaining("2026-11-21");
    }

    @Test
    void days_between_which_the_table_answers_alike_are_told_apart_where_it_does_not(@TempDir Path folder)
            throws IOException {
        String shipped = Files.readString(Path.of("src/main/resources/models/deadlines.dmn"));
        String two = shipped.replaceFirst("date\\(\"2021-11-15\"\\)", "date(\"2025-05-05\")");
        Files.writeString(folder.resolve("deadlines.dmn"), two);
        DmnRules known = DmnRules.from(folder);
        List<String> days = List.of(
                "2030-01-01",
                "2025-05-06",
                "2025-05-05",
                "2025-05-04",
                "2021-11-16",
                "2021-11-15",
                "2021-11-14",
                "2026-11-21");
        for (String day : days) {
            RuleQuestion asked = RuleQuestion.of("COMPLAINT", "process", LocalDate.parse(day));
            String answer = answer(known, asked);
            assertThat(answer).as(day).isEqualTo(answer(DmnRules.from(folder), asked));
        }
        assertThat(answer(known, RuleQuestion.of("COMPLAINT", "process", LocalDate.parse("2025-05-04"))))
                .isNotEqualTo(answer(known, RuleQuestion.of("COMPLAINT", "process", LocalDate.parse("2025-05-05"))));
    }

    private static String answer(DmnRules rules, RuleQuestion asked) {
        try {
            return rules.ruleFor(asked).toString();
        } catch (NoRuleFits none) {
            return "none for " + none.getMessage();
        }
    }

    @Test
    void many_threads_get_the_same_answers_as_one() {
        List<RuleQuestion> asked = questions().toList();
        List<DeadlineRule> alone = asked.stream().map(RULES::ruleFor).toList();
        DmnRules fresh = DmnRules.shipped();
        List<DeadlineRule> together = IntStream.range(0, asked.size() * 2)
                .parallel()
                .mapToObj(i -> fresh.ruleFor(asked.get(i % asked.size())))
                .toList();
        IntStream.range(0, together.size())
                .forEach(i -> assertThat(together.get(i)).isEqualTo(alone.get(i % alone.size())));
    }

    @Test
    void an_authority_puts_its_own_table_in_place_of_the_shipped_one(@TempDir Path folder) throws IOException {
        String own = shippedTable().replace("<text>20</text>", "<text>12</text>");
        assertThat(DmnRules.from(folder).version()).isEqualTo(RULES.version());
        Files.writeString(folder.resolve("deadlines.dmn"), own);
        DeadlineRule rule = DmnRules.from(folder).ruleFor(RuleQuestion.of("FEEDBACK", "answer", TODAY));
        assertThat(rule.limit()).isEqualTo(Limit.calendarDays(12));
        assertThat(rule.version()).isNotEqualTo(RULES.version());
    }

    @Test
    void what_an_authority_has_no_row_for_is_answered_as_shipped(@TempDir Path folder) throws IOException {
        String table = shippedTable();
        int start = table.indexOf("<rule id=\"D43\">");
        String row = table.substring(start, table.indexOf("</rule>", start) + "</rule>".length());
        Files.writeString(folder.resolve("deadlines.dmn"), table.replace(row, ""));
        var asked = RuleQuestion.of("FEEDBACK", "progress", TODAY).with(Circumstance.GOVERNMENT_PORTAL);
        DeadlineRule rule = DmnRules.from(folder).ruleFor(asked);
        assertThat(rule.id()).isEqualTo("D43");
        assertThat(rule.version()).isEqualTo(RULES.version());
    }

    @Test
    void a_row_that_ends_on_a_day_hands_over_to_the_next() {
        String table = shippedTable();
        int start = table.indexOf("<rule id=\"D09\">");
        String old = table.substring(start, table.indexOf("</rule>", start) + "</rule>".length());
        String ended = old.replace("id=\"D09_validTo\"><text>-", "id=\"D09_validTo\"><text>&lt;= date(\"2026-12-31\")");
        String next =
                old.replace("D09", "D09a").replace("2012-07-01", "2027-01-01").replace("<text>3<", "<text>5<");
        DmnRules rules = rules(table.replace(old, ended + next));
        assertThat(rules.ruleFor(RuleQuestion.of("COMPLAINT", "send_1", LocalDate.parse("2026-12-31")))
                        .id())
                .isEqualTo("D09");
        assertThat(rules.ruleFor(RuleQuestion.of("COMPLAINT", "send_1", LocalDate.parse("2027-01-01")))
                        .id())
                .isEqualTo("D09a");
    }

    @Test
    void two_rows_that_fit_one_question_are_an_error_and_not_a_choice() {
        DmnRules twice = rules(shippedTable().replace("id=\"D26_severalPlaces\"><text>false", "id=\"x\"><text>-"));
        assertThatThrownBy(() -> twice.ruleFor(
                        RuleQuestion.of("DENUNCIATION", "process", TODAY).with(Circumstance.SEVERAL_PLACES)))
                .isInstanceOf(BrokenTable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<inputEntry id=\"D05_stage\">|<inputEntry id=\"D05_stage\" expressionLanguage=\"javascript\">",
                "<inputExpression id=\"kind_asked\"|<inputExpression expressionLanguage=\"juel\" id=\"kind_asked\"",
                "hitPolicy=\"UNIQUE\"|hitPolicy=\"FIRST\"",
                "<rule id=\"D05\">|<rule id=\"D99\">",
                "<text>>= date(\"2020-12-10\")|<text>>= date(",
                "</definitions>|</definition>",
            })
    void a_table_that_could_run_code_or_is_ambiguous_or_unreadable_is_refused_when_it_is_read(String good, String bad) {
        String escaped = good.replace("<text>>=", "<text>&gt;=");
        assertThat(shippedTable()).contains(escaped);
        String table = shippedTable().replace(escaped, bad.replace("<text>>=", "<text>&gt;="));
        assertThatThrownBy(() -> rules(table)).isInstanceOf(BrokenTable.class);
    }

    @Test
    void a_table_cannot_reach_java_from_an_expression() {
        String java = "function(x) external { java: { class: \"java.lang.System\", method signature:"
                + " \"getProperty(java.lang.String)\" } }";
        String table = shippedTable()
                .replace("<text>\"LKN Đ27\"</text>", "<text>{f: " + java + ", r: f(\"user.home\")}.r</text>");
        assertThat(table).isNotEqualTo(shippedTable());
        assertThatThrownBy(() -> rules(table).ruleFor(RuleQuestion.of("COMPLAINT", "accept_1", TODAY)))
                .isInstanceOf(BrokenTable.class);
    }

    private static Stream<RuleQuestion> questions() {
        return STAGES.entrySet().stream().flatMap(kind -> kind.getValue().stream()
                .flatMap(stage -> everyMix().stream().map(mix -> new RuleQuestion(kind.getKey(), stage, mix, TODAY))));
    }

    private static List<Set<Circumstance>> everyMix() {
        Circumstance[] all = Circumstance.values();
        var mixes = new ArrayList<Set<Circumstance>>();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Circumstance> mix = EnumSet.noneOf(Circumstance.class);
            for (Circumstance one : all) {
                if ((bits & 1 << one.ordinal()) != 0) mix.add(one);
            }
            mixes.add(mix);
        }
        return mixes;
    }

    private static Set<Circumstance> circumstances(@Nullable String names) {
        return names == null
                ? Set.of()
                : Stream.of(names.split("\\+")).map(Circumstance::valueOf).collect(Collectors.toSet());
    }

    private static List<String> rowsOf(String table) {
        return Pattern.compile("<rule id=\"(\\w+)\">")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static DmnRules rules(String table) {
        return DmnRules.of(table.getBytes(StandardCharsets.UTF_8));
    }

    private static String shippedTable() {
        try (var table = DmnRulesTest.class.getResourceAsStream("/models/deadlines.dmn")) {
            assertThat(table).isNotNull();
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
