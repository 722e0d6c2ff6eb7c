package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.reception.Told;
import vn.caunoi.core.reception.TurnedAwayGround;

/** What the forms on the page of a visit ask; each form is one action. */
final class VisitQuestions {
    private final Words say;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;

    VisitQuestions(Words say, Map<String, String> typed, Map<String, String> wrong) {
        this.say = say;
        this.typed = typed;
        this.wrong = wrong;
    }

    private Question named(String action, String field, FieldType type) {
        String name = action + "." + field;
        return Question.of(name, say.text("visit.ask." + name), type, true, typed.get(name))
                .error(wrong.get(name));
    }

    public Question text(String action) {
        return named(action, "text", FieldType.LONGTEXT).bounds(null, "20000");
    }

    public Question ground() {
        return named("turn-away", "ground", FieldType.CHOICE)
                .choices(choices("visit.ground", TurnedAwayGround.values()));
    }

    public Question result() {
        return named("tell", "result", FieldType.CHOICE).choices(choices("visit.told", Told.values()));
    }

    public Question until() {
        return named("promise", "until", FieldType.DATE).bounds(say.today().toString(), null);
    }

    public Question petition() {
        return named("petition", "petition", FieldType.TEXT).bounds(null, "200");
    }

    public Question reached() {
        return named("call-back", "reached", FieldType.CHOICE)
                .choices(List.of(
                        new Choice("true", say.text("visit.reached.true")),
                        new Choice("false", say.text("visit.reached.false"))));
    }

    /** When it is tried once more. */
    public Question again() {
        String name = "call-back.again";
        return Question.of(name, say.text("visit.ask." + name), FieldType.DATETIME, false, typed.get(name))
                .error(wrong.get(name))
                .hint(say.text("visit.again.hint"));
    }

    public List<Wrong> errors() {
        return wrong.entrySet().stream()
                .map(one -> {
                    String label = say.or("visit.ask." + one.getKey(), one.getKey());
                    return new Wrong("q-" + one.getKey().replaceAll("[^A-Za-z0-9-]", "-"), label, one.getValue());
                })
                .toList();
    }

    private <E extends Enum<E>> List<Choice> choices(String family, E[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), say.word(family, value)))
                .toList();
    }
}
