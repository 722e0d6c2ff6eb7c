package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.conference.Occasion;
import vn.caunoi.core.form.FieldType;

/** What the forms of a conference ask; each form is one action. */
final class ConferenceForm {
    private final Words say;
    private final Map<String, String> typed;
    private final Map<String, String> wrong;

    ConferenceForm(Words say, Map<String, String> typed, Map<String, String> wrong) {
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

    public Question day(String name) {
        return asked(name, FieldType.DATE, true);
    }

    /** Not after today. */
    public Question past(String name) {
        return day(name).bounds(null, say.today().toString());
    }

    public Question number(String name) {
        return asked(name, FieldType.INTEGER, true).bounds("1", "100000");
    }

    public Question tick(String name) {
        return asked(name, FieldType.BOOLEAN, false);
    }

    public Question occasion() {
        return asked("new.occasion", FieldType.CHOICE, true)
                .choices(Arrays.stream(Occasion.values())
                        .map(one -> new Choice(one.name(), say.word("conference.occasion", one)))
                        .toList());
    }

    public Question chair(List<Choice> leaders) {
        return asked("hold.chair", FieldType.OFFICER, true).choices(leaders);
    }

    private Question asked(String name, FieldType type, boolean required) {
        String label = say.text("conference.field." + name.substring(name.indexOf('.') + 1));
        return Question.of(name, label, type, required, typed.get(name)).error(wrong.get(name));
    }

    public List<Wrong> errors() {
        return wrong.entrySet().stream()
                .map(one -> {
                    String field = one.getKey().substring(one.getKey().indexOf('.') + 1);
                    String label = say.or("conference.field." + field, field);
                    String anchor = "q-" + one.getKey().replaceAll("[^A-Za-z0-9-]", "-");
                    return new Wrong(anchor, label, one.getValue());
                })
                .toList();
    }
}
