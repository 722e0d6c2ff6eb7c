package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import vn.caunoi.processes.rules.BrokenTable;
import vn.caunoi.processes.rules.DmnRules;
import vn.caunoi.processes.rules.Proposed;
import vn.caunoi.processes.rules.TableTrial;
import vn.caunoi.processes.studio.TableBook.Kind;

/** Tables of designers are checked cell by cell before they could answer anything, and compared row by row. */
class TableBookTest {

    private static final List<String> NAMES = TableBook.NAMES;
    private static final TableBook BOOK = new TableBook("", null, () -> LocalDate.of(2026, 11, 28));
    private static final String DEADLINES = BOOK.inForce("deadlines").orElseThrow();

    @ParameterizedTest
    @FieldSource("NAMES")
    void a_shipped_table_has_no_mistake_and_does_not_differ_from_itself(String name) {
        String xml = BOOK.inForce(name).orElseThrow();
        assertThat(check(name, xml)).isEmpty();
        assertThat(BOOK.changes(xml, xml)).isEmpty();
        assertThat(BOOK.named(xml)).isEqualTo(xml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id=\"D01_stage\"><text>\"process\"</text> | id=\"D01_stage\"><text>process</text> | stage | test-string",
                "id=\"D01_stage\"><text>\"process\"</text> | id=\"D01_stage\"><text>string length(x) > 3</text> | stage | unreadable",
                "id=\"D01_stage\"><text>\"process\"</text> | id=\"D01_stage\"><text>\"proces\"</text> | stage | new-word",
                "id=\"D01_complex\"><text>-</text> | id=\"D01_complex\"><text>maybe</text> | complex | test-boolean",
                "id=\"D01_validTo\"><text>-</text> | id=\"D01_validTo\"><text>&lt;= date(\"2026-02-30\")</text> | validTo | test-date",
                "id=\"D01_validTo\"><text>-</text> | id=\"D01_validTo\"><text>now()</text> | validTo | test-date",
                "id=\"D01_out_amount\"><text>10</text> | id=\"D01_out_amount\"><text>ten</text> | amount | value-integer",
                "id=\"D01_out_amount\"><text>10</text> | id=\"D01_out_amount\"><text>0</text> | amount | value",
                "\"CALENDAR_DAYS\" | \"MONTHS\" | unit | value",
                "id=\"D01_out_row\"><text>\"D01\"</text> | id=\"D01_out_row\"><text></text> | row | row-id"
            })
    void a_cell_that_cannot_be_read_is_named_by_row_and_column(String from, String to, String column, String rule) {
        List<TableProblem> found = check("deadlines", DEADLINES.replace(from.strip(), to.strip()));
        if (rule.equals("unreadable")) {
            assertThat(found).isNotEmpty().allMatch(TableProblem::isError);
            return;
        }
        assertThat(found).anySatisfy(problem -> assertThat(problem)
                .extracting(TableProblem::column, TableProblem::rule)
                .containsExactly(column, rule));
        assertThat(found.getFirst().isError()).isEqualTo(!rule.equals("new-word"));
    }

    @Test
    void two_rows_that_a_case_could_fit_at_once_are_named() {
        String twin = DEADLINES
                .substring(DEADLINES.indexOf("<rule id=\"D01\""), DEADLINES.indexOf("<rule id=\"D26\""))
                .replace("D01", "D01b");
        String both = DEADLINES.replace("<rule id=\"D26\"", twin + "<rule id=\"D26\"");
        assertThat(check("deadlines", both))
                .extracting(TableProblem::rule, TableProblem::row, TableProblem::detail)
                .contains(tuple("overlap", "D01b", "D01"));
        String later = both.replace(
                "<inputEntry id=\"D01_validTo\"><text>-</text>",
                "<inputEntry id=\"D01_validTo\"><text>&lt; date(\"2027-01-01\")</text>");
        String after =
                later.replaceFirst("(<inputEntry id=\"D01b_validFrom\"><text>)[^<]*", "$1&gt;= date(\"2027-01-01\")");
        assertThat(check("deadlines", after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hitPolicy=\"UNIQUE\" | hitPolicy=\"COLLECT\" | policy",
                "<text>kind</text> | <text>system()</text> | columns",
                "<rule id=\"D01\"> | <rule id=\"D01\" xmlns:c='http://camunda.org/schema/1.0/dmn' c:x='1'> | ok",
                "<decisionTable id | <decisionTable expressionLanguage=\"groovy\" id | language",
                "<decision id=\"deadlines\" | <businessKnowledgeModel id='x'/><decision id=\"deadlines\" | part",
                "<decision id=\"deadlines\" | <decision id=\"others\" | name",
                "<text>\"process\"</text> | <text expressionLanguage=\"juel\">\"process\"</text> | language"
            })
    void what_no_table_of_this_house_has_is_refused(String from, String to, String rule) {
        List<TableProblem> found = check(
                "deadlines", DEADLINES.replaceFirst(Pattern.quote(from.strip()), Matcher.quoteReplacement(to.strip())));
        if (rule.strip().equals("ok")) return;
        assertThat(found).extracting(TableProblem::rule).contains(rule.strip());
        assertThat(found.getFirst().isError()).isTrue();
    }

    @Test
    void hostile_files_are_told_and_never_followed() {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(100) + "\"><!ENTITY c \"&b;&b;&b;\">]>";
        assertThat(check("deadlines", DEADLINES.replace("<definitions", bomb + "<definitions")))
                .extracting(TableProblem::rule)
                .containsExactly("unreadable");
        for (String none : new String[] {"", "<a>", "<a/>", "text", "\0"}) {
            assertThat(check("routing", none)).as(none).isNotEmpty();
            assertThat(BOOK.changes(DEADLINES, none)).isEmpty();
            assertThat(BOOK.named(none)).isEqualTo(none);
        }
        assertThat(BOOK.inForce("../deadlines")).isEmpty();
    }

    @Test
    void a_table_with_holes_is_a_broken_one_wherever_it_is_read() {
        for (String holes : List.of(
                DEADLINES.replaceFirst("(?s)<outputEntry.*?</rule>", "</rule>"),
                DEADLINES.replaceFirst("(?s)<inputEntry.*?</rule>", "</rule>"),
                DEADLINES.replaceFirst("(?s)<output id.*?/>", ""),
                DEADLINES.replaceFirst("(?s)<decisionTable.*</decisionTable>", ""))) {
            assertThat(check("deadlines", holes)).isNotEmpty();
            assertThatThrownBy(() -> Proposed.extended(DmnRules.shipped(), holes))
                    .isInstanceOf(BrokenTable.class);
            assertThat(RuleBook.rows(holes)).isEmpty();
        }
    }

    @Test
    void rows_that_came_went_and_changed_are_told_cell_by_cell() {
        String now = DEADLINES
                .replace("<outputEntry id=\"D01_out_amount\"><text>10<", "<outputEntry id=\"D01_out_amount\"><text>7<")
                .replace("D26", "D26x");
        assertThat(BOOK.changes(DEADLINES, now))
                .extracting(TableBook.Change::kind, TableBook.Change::row)
                .containsExactly(tuple(Kind.CHANGED, "D01"), tuple(Kind.ADDED, "D26x"), tuple(Kind.REMOVED, "D26"));
        assertThat(BOOK.changes(DEADLINES, now).getFirst().cells())
                .containsExactly(new TableBook.Cell("amount", "10", "7"));
    }

    @Test
    void where_the_first_row_that_fits_answers_one_that_was_moved_is_told() {
        String handling = BOOK.inForce("handling").orElseThrow();
        Matcher rows =
                Pattern.compile("(?s)<rule id=\"([^\"]+)\">.*?</rule>\\s*").matcher(handling);
        assertThat(rows.find()).isTrue();
        String first = rows.group();
        String row = rows.group(1);
        String last = handling.replace(first, "").replace("</decisionTable>", first + "</decisionTable>");
        assertThat(check("handling", last)).isEmpty();
        assertThat(BOOK.changes(handling, last)).containsExactly(new TableBook.Change(Kind.MOVED, row, List.of()));
        assertThat(RowOrder.moved(List.of("a", "b", "c", "d"), List.of("d", "x", "a", "c")))
                .containsExactly("d");
    }

    @Test
    void a_row_that_was_drawn_gets_the_id_it_calls_itself() {
        String drawn = DEADLINES.replace("<rule id=\"D01\"", "<rule id=\"DecisionRule_0abc\"");
        assertThat(check("deadlines", drawn)).extracting(TableProblem::rule).contains("row-id");
        assertThat(BOOK.named(drawn)).isEqualTo(DEADLINES);
        assertThat(check("deadlines", BOOK.named(drawn))).isEmpty();
    }

    /** What the reader of tables says is told on pages, as what stops a process is: in English it would stand out there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hitPolicy=\"UNIQUE\" | hitPolicy=\"FIRST\" | BROKEN_POLICY",
                "id=\"D01_out_row\"><text>\"D01\"</text> | id=\"D01_out_row\"><text>\"D99\"</text> | BROKEN_NAME",
                "id=\"D01_stage\"><text>\"process\"</text> | id=\"D01_stage\"><text>((</text> | BROKEN_CELL",
                "id=\"D01_out_amount\"><text>10</text> | id=\"D01_out_amount\"><text>((</text> | BROKEN_CELL",
                "</definitions> | </definition> | BROKEN_UNREADABLE"
            })
    void why_a_table_cannot_be_used_is_a_sentence_of_the_house(String from, String to, Sentence sentence) {
        String broken = DEADLINES.replace(from, to);
        assertThat(broken).isNotEqualTo(DEADLINES);
        assertThatThrownBy(() -> TableTrial.mustHold("deadlines", broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(BrokenTable.class, why -> assertThat(
                                Said.known(String.valueOf(why.getMessage())).sentence())
                        .isEqualTo(sentence));
    }

    private static List<TableProblem> check(String name, String xml) {
        return BOOK.check(name, xml.getBytes(StandardCharsets.UTF_8));
    }
}
