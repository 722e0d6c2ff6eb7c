package vn.caunoi.core.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

class FormDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final FormContext CASE =
            FormContext.of(TODAY, Map.of(Bound.RECEIVED, LocalDate.of(2026, 11, 2)), List.of(1, 3));
    private static final FormCatalogue FORMS = FormCatalogue.shipped();

    @Test
    void the_shipped_catalogue_loads_and_knows_every_step() {
        assertThat(FORMS.all())
                .extracting(Form::id)
                .containsExactly(
                        "classify",
                        "triage",
                        "await-supplement",
                        "unsupplemented",
                        "deliver-notice",
                        "answer",
                        "assign-answer",
                        "draft-answer",
                        "approve-answer",
                        "send-answer",
                        "publish-answer",
                        "report-progress",
                        "track-transfer",
                        "decide-acceptance",
                        "assign",
                        "verify",
                        "convene-dialogue",
                        "hold-dialogue",
                        "draft-resolution",
                        "approve-resolution",
                        "issue-resolution",
                        "send-resolution",
                        "publish",
                        "close",
                        "terminate",
                        "check-denunciation",
                        "check-anonymous",
                        "decide-denunciation",
                        "transfer-denunciation",
                        "reply-sender",
                        "notify-acceptance",
                        "verify-denunciation",
                        "report-verification",
                        "conclude-denunciation",
                        "send-conclusion",
                        "handle-conclusion",
                        "publish-conclusion",
                        "decide-withdrawal",
                        "send-stop",
                        "decide-protection",
                        "end-protection",
                        "review-onward",
                        "report-overdue");
    }

    @Test
    void every_act_is_offered_by_some_shipped_form() {
        assertThat(FORMS.all().stream()
                        .flatMap(form -> form.outcomes().stream())
                        .map(Outcome::act))
                .contains(Act.values());
    }

    @Test
    void a_catalogue_with_an_unknown_act_does_not_load() {
        assertThatThrownBy(() -> read("[{'id':'x','outcomes':[{'id':'o','act':'FLY'}]}]"))
                .hasMessageContaining("FLY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'x','outcomes':[{'id':'o'},{'id':'o'}]} | outcome o twice",
                "{'id':'x','outcomes':[]} | no outcome",
                "{'id':'x','outcomes':[{'id':'o','fields':[{'id':'a','type':'choice'}]}]} | no options",
                "{'id':'x','outcomes':[{'id':'o','fields':[{'id':'a','type':'date','min':'SOON'}]}]} | unknown bound SOON",
                "{'id':'x','outcomes':[{'id':'o','act':'ASSIGN'}]} | needs a required field officer",
                "{'id':'x','outcomes':[{'id':'o','fields':[{'id':'a','type':'text'},{'id':'a','type':'text'}]}]} | field a twice",
                "{'id':'x','outcomes':[{'id':'o','fields':[{'id':'a','type':'integer','min':'5','max':'2'}]}]} | bounds cross",
                "{'id':'x','outcomes':[{'id':'o','fields':[{'id':'a','type':'text','max':'-1'}]}]} | not negative"
            })
    void a_catalogue_with_a_mistake_does_not_load(String form, String mistake) {
        assertThatThrownBy(() -> read("[" + form.replace("'", "\"") + "]")).hasMessageContaining(mistake);
    }

    @Test
    void a_form_twice_does_not_load() {
        String form = "{'id':'x','outcomes':[{'id':'o'}]}";
        assertThatThrownBy(() -> read("[" + form + "," + form + "]")).hasMessageContaining("twice");
    }

    @Test
    void bounds_become_days_of_the_case() {
        Field field = resolved("decide-acceptance", "accept").fields().getFirst();
        assertThat(field.min()).isEqualTo("2026-11-02");
        assertThat(field.max()).isEqualTo("2026-11-18");
    }

    @Test
    void a_day_that_is_not_there_yet_counts_as_today() {
        assertThat(resolved("issue-resolution", "issued").fields().get(1).min()).isEqualTo("2026-11-18");
    }

    @Test
    void days_can_be_added_to_a_bound() {
        assertThat(DateBound.parse("RECEIVED+3d").in(CASE)).isEqualTo("2026-11-05");
        assertThat(DateBound.parse("TODAY-1d").in(CASE)).isEqualTo("2026-11-17");
        assertThat(DateBound.parse("2026-01-01").in(CASE)).isEqualTo("2026-01-01");
    }

    @Test
    void a_moment_may_lie_anywhere_in_the_days_of_its_bounds() {
        Field field = resolved("convene-dialogue", "convened").fields().getFirst();
        assertThat(field.min()).isEqualTo("2026-11-18T00:00:00+07:00");
    }

    @Test
    void each_point_that_still_stands_is_asked_for() {
        assertThat(resolved("verify", "verified").fields())
                .extracting(Field::id)
                .containsExactly("report", "finding_1", "result_1", "finding_3", "result_3");
    }

    @Test
    void officers_and_units_may_be_limited_to_the_choices_given() {
        FormContext choosing = CASE.choosingFrom(List.of(new FormContext.Option("officer1", "Lan")), List.of());
        assertThat(form("assign")
                        .resolve(choosing)
                        .outcomes()
                        .getFirst()
                        .fields()
                        .getFirst()
                        .options())
                .containsExactly("officer1");
    }

    @Test
    void values_are_read_by_the_types_of_their_fields() {
        FormData data = answer(
                "x",
                "a:text b:date c:datetime d:integer e:boolean f:officer",
                Map.of("a", "  x ", "b", "2026-11-18", "c", "2026-11-18T02:00:00Z", "d", "7", "e", "true", "f", "anh"));
        assertThat(data.values())
                .contains(
                        entry("a", "x"),
                        entry("b", "2026-11-18"),
                        entry("c", "2026-11-18T09:00:00+07:00"),
                        entry("d", 7L),
                        entry("e", true));
        assertThat(data.date("b")).isEqualTo("2026-11-18");
        assertThat(data.moment("c")).isEqualTo(Instant.parse("2026-11-18T02:00:00Z"));
        assertThat(data.officer("f").value()).isEqualTo("anh");
        assertThat(data.textOrNull("g")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "a:date,2026-13-01,not-a-date",
        "a:date,yesterday,not-a-date",
        "a:datetime,2026-11-18,not-a-datetime",
        "a:integer,1.5,not-a-number",
        "a:integer,many,not-a-number",
        "a:boolean,perhaps,not-a-boolean",
        "a:text,'',required",
        "a:text,'   ',required"
    })
    void a_value_of_another_type_is_refused(String field, String value, String code) {
        assertThat(codes(() -> answer("x", field, Map.of("a", value)))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01,too-early", "2026-11-19,too-late"})
    void a_day_out_of_bounds_is_refused(String day, String code) {
        assertThat(codes(() -> FormData.of(outcome("decide-acceptance", "accept"), Map.of("acceptedOn", day), CASE)))
                .containsExactly(code);
    }

    @Test
    void both_bounds_belong_to_what_is_allowed() {
        for (String day : List.of("2026-11-02", "2026-11-18")) {
            FormData data = FormData.of(outcome("decide-acceptance", "accept"), Map.of("acceptedOn", day), CASE);
            assertThat(data.date("acceptedOn")).isEqualTo(day);
        }
    }

    @Test
    void a_text_is_not_longer_than_its_bound() {
        Outcome issued = outcome("issue-resolution", "issued");
        Map<String, Object> data = Map.of("number", "9".repeat(201), "issuedOn", "2026-11-18");
        assertThat(codes(() -> FormData.of(issued, data, CASE))).containsExactly("too-long");
    }

    @Test
    void a_choice_is_one_of_its_options() {
        Outcome classified = outcome("classify", "classified");
        assertThat(codes(() -> FormData.of(classified, Map.of("kind", "RUMOUR"), CASE)))
                .containsExactly("not-an-option");
    }

    @Test
    void a_field_the_outcome_does_not_have_is_named() {
        Refusal refusal = refusal(() -> FormData.of(outcome("approve-resolution", "approve"), Map.of("x", "y"), CASE));
        assertThat(refusal.reason()).isEqualTo(Reason.INVALID_INPUT);
        assertThat(refusal.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("x");
            assertThat(violation.code()).isEqualTo("unknown");
        });
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(codes(() -> FormData.of(outcome("decide-acceptance", "not-accept"), Map.of(), CASE)))
                .containsExactly("required", "required");
    }

    private static Outcome resolved(String form, String outcome) {
        return form(form).resolve(CASE).outcome(outcome).orElseThrow();
    }

    private static Outcome outcome(String form, String outcome) {
        return form(form).outcome(outcome).orElseThrow();
    }

    private static Form form(String id) {
        return FORMS.form(id).orElseThrow();
    }

    private static FormData answer(String outcome, String fields, Map<String, Object> data) {
        List<Field> all = List.of(fields.split(" ")).stream()
                .map(field -> field.split(":"))
                .map(field -> field(field[0], FieldType.valueOf(field[1].toUpperCase(java.util.Locale.ROOT))))
                .toList();
        return FormData.of(new Outcome(outcome, null, Act.NONE, all), data, CASE);
    }

    private static Field field(String id, FieldType type) {
        return new Field(id, type, true, null, List.of(), null, null, false, false);
    }

    private static List<String> codes(Runnable answer) {
        return refusal(answer).violations().stream()
                .map(Refusal.Violation::code)
                .toList();
    }

    private static Refusal refusal(Runnable answer) {
        @Nullable Refusal refusal = catchThrowableOfType(Refusal.class, answer::run);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static FormCatalogue read(String json) {
        return ShippedForms.read(json.replace("'", "\"").getBytes(StandardCharsets.UTF_8));
    }
}
