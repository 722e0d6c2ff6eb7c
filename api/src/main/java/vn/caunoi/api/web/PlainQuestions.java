package vn.caunoi.api.web;

import java.util.List;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.form.FieldType;

/** Questions for one value each, labelled {@code ask.NAME} in the reader's language. */
record PlainQuestions(Words say) {

    /** Characters of what stands on one line. */
    static final String LINE = "500";

    /** Characters of a text. */
    static final String LONG = "20000";

    <E extends Enum<E>> List<Choice> words(String family, List<E> values) {
        return values.stream()
                .map(value -> new Choice(value.name(), say.word(family, value)))
                .toList();
    }

    Question yes(String name) {
        return Question.of(name, label(name), FieldType.BOOLEAN, false, null);
    }

    Question choice(String name, boolean required, List<Choice> choices) {
        return Question.of(name, label(name), FieldType.CHOICE, required, null).choices(choices);
    }

    Question numbered(String name, int no) {
        return Question.of(name + "_" + no, say.text("handin.point", no), FieldType.LONGTEXT, true, null)
                .bounds(null, LONG);
    }

    Question text(String name, boolean required) {
        return Question.of(name, label(name), FieldType.LONGTEXT, required, null)
                .bounds(null, LONG);
    }

    Question line(String name, boolean required) {
        return Question.of(name, label(name), FieldType.TEXT, required, null).bounds(null, LINE);
    }

    Question day(String name) {
        return day(name, name);
    }

    /** @param word of the label, where a name alone does not say of what */
    Question day(String name, String word) {
        return Question.of(name, label(word), FieldType.DATE, false, null).hint(say.text("action.day.hint"));
    }

    Question dayNeeded(String name) {
        return Question.of(name, label(name), FieldType.DATE, true, null)
                .bounds(say.today().toString(), null);
    }

    Question moment(String name) {
        return Question.of(name, label(name), FieldType.DATETIME, false, null);
    }

    String label(String name) {
        return say.text("ask." + name);
    }
}
