package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;

/** What the forms about opinions ask. */
final class ConsultQuestions {
    private final Words say;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;

    ConsultQuestions(Words say, Map<String, String> typed, Map<String, String> wrong) {
        this.say = say;
        this.typed = typed;
        this.wrong = wrong;
    }

    public Question line(String name, boolean required) {
        return asked(name, FieldType.TEXT, required).bounds(null, "500");
    }

    public Question text(String name, boolean required) {
        return asked(name, FieldType.LONGTEXT, required).bounds(null, "20000");
    }

    public Question unit(List<Choice> units) {
        return asked("unit", FieldType.UNIT, false).choices(units);
    }

    /** @param usual how many days the table gives */
    public Question days(String usual) {
        return asked("workingDays", FieldType.INTEGER, false)
                .bounds("1", "90")
                .hint(say.text("consult.days.hint", usual));
    }

    public Question past(String name) {
        return asked(name, FieldType.DATE, false).bounds(null, say.today().toString());
    }

    public Question yes(String name) {
        return asked(name, FieldType.BOOLEAN, false);
    }

    private Question asked(String name, FieldType type, boolean required) {
        return Question.of(name, say.text("consult.field." + field(name)), type, required, typed.get(name))
                .error(wrong.get(name));
    }

    /** What is wrong, for the list above the form. */
    public List<Wrong> errors() {
        return wrong.entrySet().stream()
                .map(one -> new Wrong(
                        "q-" + one.getKey().replaceAll("[^A-Za-z0-9-]", "-"),
                        say.or("consult.field." + field(one.getKey()), one.getKey()),
                        one.getValue()))
                .toList();
    }

    /** Several forms of a page have inputs of one meaning: the part after the dot says which. */
    private static String field(String name) {
        return name.substring(name.indexOf('.') + 1).replaceAll("\\[\\d+]", "");
    }
}
