package vn.caunoi.processes.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.caunoi.core.petition.Kind.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.handling.Check;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.handling.Mark;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.RefusalGround;

/** The handling table (TT 05/2021), row by row. */
class DmnHandlingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final DmnHandling RULES = DmnHandling.shipped();

    /** found: words among competent, missing, anonymous, forwarded, guided, and the names of marks and grounds. */
    @ParameterizedTest(name = "{2}: {0} {1} → {3}")
    @CsvSource({
        "COMPLAINT,    competent SIGNS_OF_CRIME,                    H01, PROSECUTE,  transfer",
        "DENUNCIATION, anonymous EVIDENCED SIGNS_OF_CRIME,          H01, PROSECUTE,  transfer",
        "FEEDBACK,     competent UNREADABLE missing,                H02, STORE,      store",
        "COMPLAINT,    competent SEVERAL_KINDS,                     H03, SPLIT,      needs-supplement",
        "DENUNCIATION, anonymous EVIDENCED competent missing,       H04, INSPECT,    classified",
        "DENUNCIATION, anonymous competent missing,                 H05, STORE,      store",
        "COMPLAINT,    SENT_TO_SEVERAL,                             H06, STORE,      store",
        "COMPLAINT,    competent SENT_TO_SEVERAL,                   H13, ACCEPT,     classified",
        "COMPLAINT,    guided,                                      H07, STORE,      store",
        "DENUNCIATION, guided,                                      H07, STORE,      store",
        "COMPLAINT,    competent guided,                            H13, ACCEPT,     classified",
        "DENUNCIATION, competent ALREADY_SETTLED,                   H08, STORE,      store",
        "DENUNCIATION, competent ALREADY_SETTLED NEW_EVIDENCE,      H15, ACCEPT,     classified",
        "COMPLAINT,    competent ALREADY_SETTLED,                   H09, STORE,      store",
        "COMPLAINT,    SUBORDINATE_OVERDUE,                         H10, URGE,       transfer",
        "COMPLAINT,    competent TIME_LIMIT_PASSED,                 H11, NOT_ACCEPT, classified",
        "COMPLAINT,    competent missing,                           H12, SUPPLEMENT, needs-supplement",
        "COMPLAINT,    competent,                                   H13, ACCEPT,     classified",
        "DENUNCIATION, competent missing,                           H14, SUPPLEMENT, needs-supplement",
        "DENUNCIATION, competent,                                   H15, ACCEPT,     classified",
        "DENUNCIATION, '',                                          H16, TRANSFER,   classified",
        "PROPOSAL,     competent missing,                           H17, STORE,      store",
        "COMPLAINT,    missing,                                     H17, STORE,      store",
        "COMPLAINT,    forwarded,                                   H18, RETURN,     return",
        "COMPLAINT,    '',                                          H19, GUIDE,      guide",
        "PROPOSAL,     competent,                                   H20, ACCEPT,     classified",
        "FEEDBACK,     competent,                                   H20, ACCEPT,     classified",
        "FEEDBACK,     '',                                          H21, TRANSFER,   transfer",
    })
    void the_first_row_that_fits_proposes(Kind kind, String found, String row, String handling, String outcome) {
        HandlingRule rule = RULES.ruleFor(question(kind, found)).orElseThrow();
        assertThat(rule.row()).isEqualTo(row);
        assertThat(rule.handling()).hasToString(handling);
        assertThat(rule.outcome()).isEqualTo(outcome);
        assertThat(rule.source()).isNotBlank();
        assertThat(rule.version()).startsWith("handling@");
    }

    @ParameterizedTest
    @EnumSource(RefusalGround.class)
    void each_of_the_nine_grounds_leads_to_non_acceptance(RefusalGround ground) {
        assertThat(RULES.ruleFor(question(COMPLAINT, "competent " + ground)))
                .map(HandlingRule::row)
                .contains("H11");
    }

    @Test
    void whatever_is_found_something_is_proposed() {
        for (Kind kind : Kind.values()) {
            for (String competent : new String[] {"", "competent"}) {
                for (String missing : new String[] {"", "missing"}) {
                    for (Mark mark : Mark.values()) {
                        String found = competent + " " + missing + " " + mark;
                        assertThat(RULES.ruleFor(question(kind, found)))
                                .as(kind + found)
                                .isPresent();
                        assertThat(RULES.ruleFor(question(kind, "anonymous " + found)))
                                .as(kind + found)
                                .isPresent();
                    }
                }
            }
        }
    }

    @Test
    void every_outcome_of_the_table_is_one_of_the_form_for_triage() {
        var outcomes = FormCatalogue.shipped().form("triage").orElseThrow().outcomes().stream()
                .map(Outcome::id)
                .collect(Collectors.toSet());
        assertThat(RULES.rows()).extracting(row -> row.results().get("outcome")).allMatch(outcomes::contains);
    }

    @Test
    void what_is_not_certain_is_marked() {
        assertThat(RULES.rows())
                .filteredOn(row -> row.results().get("confidence").equals("M?"))
                .extracting(DmnRules.Row::id)
                .containsExactly("H14");
    }

    @Test
    void an_authority_puts_its_own_rows_before_the_shipped_ones(@TempDir Path folder) throws IOException {
        String own = shippedTable()
                .replaceAll("(?s)<rule id=\"H(?!19).*?</rule>", "")
                .replace("H19", "L01")
                .replace("\"GUIDE\"", "\"TRANSFER\"")
                .replace("\"guide\"", "\"transfer\"");
        Files.writeString(folder.resolve("handling.dmn"), own);
        DmnHandling rules = DmnHandling.from(folder);
        assertThat(rules.ruleFor(question(COMPLAINT, "")))
                .map(HandlingRule::row)
                .contains("L01");
        assertThat(rules.ruleFor(question(COMPLAINT, "competent")))
                .map(HandlingRule::row)
                .contains("H13");
        assertThat(rules.rows().getFirst().own()).isTrue();
        DmnHandling whole =
                DmnHandling.published(WholeTable.of(own, shippedTable()).getBytes(StandardCharsets.UTF_8));
        assertThat(whole.rows())
                .extracting(DmnRules.Row::id)
                .isEqualTo(rules.rows().stream().map(DmnRules.Row::id).toList());
        for (String found : new String[] {"", "competent", "anonymous EVIDENCED", "competent TIME_LIMIT_PASSED"}) {
            assertThat(whole.ruleFor(question(COMPLAINT, found)))
                    .map(HandlingRule::row)
                    .isEqualTo(rules.ruleFor(question(COMPLAINT, found)).map(HandlingRule::row));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hitPolicy=\"FIRST\"|hitPolicy=\"COLLECT\"",
                "<rule id=\"H05\">|<rule id=\"H99\">",
                "<inputExpression id=\"kind_asked\"|<inputExpression expressionLanguage=\"juel\" id=\"kind_asked\""
            })
    void a_table_that_is_ambiguous_or_could_run_code_is_refused(String good, String bad) {
        String table = shippedTable();
        assertThat(table).contains(good);
        byte[] broken = table.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DmnHandling.of(broken)).isInstanceOf(BrokenTable.class);
    }

    private static HandlingQuestion question(Kind kind, String found) {
        Set<String> words = Stream.of(found.trim().split("\\s+")).collect(Collectors.toSet());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Arrays.stream(Mark.values()).filter(mark -> words.contains(mark.name())).forEach(marks::add);
        RefusalGround ground = Arrays.stream(RefusalGround.values())
                .filter(one -> words.contains(one.name()))
                .findFirst()
                .orElse(null);
        return new HandlingQuestion(
                kind,
                words.contains("competent"),
                words.contains("missing") ? Set.of(Check.SIGNED) : Set.of(),
                words.contains("anonymous"),
                words.contains("forwarded"),
                ground,
                words.contains("guided"),
                marks,
                TODAY);
    }

    private static String shippedTable() {
        try (var table = DmnHandlingTest.class.getResourceAsStream("/models/handling.dmn")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
