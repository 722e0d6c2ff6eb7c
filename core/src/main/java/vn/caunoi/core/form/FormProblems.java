package vn.caunoi.core.form;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a form before anybody has to fill it in. */
final class FormProblems {

    private static final Set<FieldType> LISTED = EnumSet.of(FieldType.CHOICE);
    private static final Set<FieldType> TEXTS = EnumSet.of(FieldType.TEXT, FieldType.LONGTEXT);
    private static final String WORD = "[a-z][a-zA-Z0-9-]{0,99}";
    private static final int LONGEST_WORDS = 300;

    private final List<FormProblem> found = new ArrayList<>();

    static List<FormProblem> of(Form form) {
        FormProblems problems = new FormProblems();
        Place place = new Place(null, null);
        problems.unless(form.id().matches(WORD), place, "id", form.id(), "the id is not a word");
        problems.unless(!form.outcomes().isEmpty(), place, "no-outcome", "", "no outcome");
        problems.words(place, form.words());
        Set<String> ids = new HashSet<>();
        for (Outcome outcome : form.outcomes()) {
            boolean twice = !ids.add(outcome.id());
            if (twice) problems.add(place, "twice", outcome.id(), "outcome " + outcome.id() + " twice");
            problems.outcome(outcome);
        }
        return List.copyOf(problems.found);
    }

    private void outcome(Outcome outcome) {
        Place place = new Place(outcome.id(), null);
        unless(outcome.id().matches(WORD), place, "id", outcome.id(), "the id is not a word");
        words(place, outcome.words());
        Set<String> ids = new HashSet<>();
        for (Field field : outcome.fields()) {
            unless(ids.add(field.id()), place, "twice", field.id(), "field " + field.id() + " twice");
            field(new Place(outcome.id(), field.id()), field);
        }
        outcome.act().needs().stream().sorted().forEach(needed -> {
            boolean asked = outcome.fields().stream().anyMatch(f -> f.id().equals(needed) && f.required());
            unless(asked, place, "act-needs", needed, outcome.act() + " needs a required field " + needed);
        });
    }

    private void field(Place place, Field field) {
        unless(field.id().matches("[a-z][a-zA-Z0-9]{0,49}"), place, "id", field.id(), "the id is not a camelCase word");
        unless(!LISTED.contains(field.type()) || !field.options().isEmpty(), place, "no-options", "", "no options");
        boolean once = new HashSet<>(field.options()).size() == field.options().size();
        unless(once, place, "option-twice", "", "an option twice");
        words(place, field.words());
        if (field.optionWords() != null) field.optionWords().values().forEach(one -> words(place, one));
        boolean sound = bound(place, field, field.min()) & bound(place, field, field.max());
        if (sound) order(place, field);
    }

    private boolean bound(Place place, Field field, @Nullable String bound) {
        if (bound == null) return true;
        try {
            switch (field.type()) {
                case DATE, DATETIME -> DateBound.parse(bound);
                case INTEGER -> Long.parseLong(bound);
                case TEXT, LONGTEXT -> Integer.parseInt(bound);
                default -> add(place, "no-bounds", bound, "takes no bounds");
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            add(place, "bound", bound, "unknown bound " + bound);
            return false;
        }
    }

    /** Bounds that cross leave no answer; of days that are named only a case can tell. */
    private void order(Place place, Field field) {
        String min = field.min();
        String max = field.max();
        boolean counted = field.type() == FieldType.INTEGER || TEXTS.contains(field.type());
        if (TEXTS.contains(field.type())) {
            boolean negative = Stream.of(min == null ? "0" : min, max == null ? "0" : max)
                    .anyMatch(bound -> Long.parseLong(bound) < 0);
            unless(!negative, place, "bound", "-", "a length is not negative");
        }
        if (!counted || min == null || max == null) return;
        unless(Long.parseLong(min) <= Long.parseLong(max), place, "crossed", min + " > " + max, "the bounds cross");
    }

    private void words(Place place, @Nullable Wording words) {
        if (words == null) return;
        boolean tooLong = Stream.of(words.vi() == null ? "" : words.vi(), words.en() == null ? "" : words.en())
                .anyMatch(text -> text.length() > LONGEST_WORDS);
        unless(!tooLong, place, "words-long", "", "a label is longer than " + LONGEST_WORDS);
    }

    private void unless(boolean right, Place place, String rule, String detail, String problem) {
        if (!right) add(place, rule, detail, problem);
    }

    private void add(Place place, String rule, String detail, String problem) {
        found.add(new FormProblem(place.outcome(), place.field(), rule, detail, place.said(problem)));
    }

    private record Place(@Nullable String outcome, @Nullable String field) {

        String said(String problem) {
            if (outcome == null) return problem;
            return field == null
                    ? "outcome " + outcome + ": " + problem
                    : "outcome " + outcome + ", field " + field + ": " + problem;
        }
    }
}
