package vn.caunoi.core.form;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a form before anybody has to fill it in. */
final class FormProblems {

    private static final Set<FieldType> LISTED = EnumSet.of(FieldType.CHOICE);
    private static final String WORD = "[a-z][a-zA-Z0-9-]{0,99}";

    private final List<String> found = new ArrayList<>();

    static List<String> of(Form form) {
        FormProblems problems = new FormProblems();
        problems.unless(form.id().matches(WORD), "the id is not a word");
        problems.unless(!form.outcomes().isEmpty(), "no outcome");
        Set<String> ids = new HashSet<>();
        for (Outcome outcome : form.outcomes()) {
            problems.unless(ids.add(outcome.id()), "outcome " + outcome.id() + " twice");
            problems.outcome(outcome);
        }
        return List.copyOf(problems.found);
    }

    private void outcome(Outcome outcome) {
        String where = "outcome " + outcome.id();
        unless(outcome.id().matches(WORD), where + ": the id is not a word");
        Set<String> ids = new HashSet<>();
        for (Field field : outcome.fields()) {
            unless(ids.add(field.id()), where + ": field " + field.id() + " twice");
            field(where + ", field " + field.id(), field);
        }
        for (String needed : outcome.act().needs()) {
            boolean asked = outcome.fields().stream().anyMatch(f -> f.id().equals(needed) && f.required());
            unless(asked, where + ": " + outcome.act() + " needs a required field " + needed);
        }
    }

    private void field(String where, Field field) {
        unless(field.id().matches("[a-z][a-zA-Z0-9]{0,49}"), where + ": the id is not a camelCase word");
        unless(!LISTED.contains(field.type()) || !field.options().isEmpty(), where + ": no options");
        unless(new HashSet<>(field.options()).size() == field.options().size(), where + ": an option twice");
        bound(where, field, field.min());
        bound(where, field, field.max());
    }

    private void bound(String where, Field field, @Nullable String bound) {
        if (bound == null) return;
        try {
            switch (field.type()) {
                case DATE, DATETIME -> DateBound.parse(bound);
                case INTEGER, TEXT, LONGTEXT -> Long.parseLong(bound);
                default -> found.add(where + ": takes no bounds");
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            found.add(where + ": unknown bound " + bound);
        }
    }

    private void unless(boolean right, String problem) {
        if (!right) found.add(problem);
    }
}
