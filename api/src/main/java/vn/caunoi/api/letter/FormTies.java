package vn.caunoi.api.letter;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Kind;

/**
 * What ties a form of letters to the rest: the time that its receipt gives, the fields of tasks that it fills, who signs
 * it. What is left out stays as it was in the edition before.
 */
@Component
class FormTies {

    private static final int LINE = 200;
    private static final int LONG = 2_000;
    private static final int MOST_PLACES = 8;
    private static final Pattern FILL = Pattern.compile("([a-z][a-z0-9-]*)\\.([A-Za-z][A-Za-z0-9]*)=([A-Za-z]+)");

    private final Rules rules;
    private final FormCatalogue tasks;

    FormTies(Rules rules, FormCatalogue tasks) {
        this.rules = rules;
        this.tasks = tasks;
    }

    /** A time of the deadline table, of each kind the form is for. */
    @Nullable String opens(@Nullable String given, @Nullable LetterForm known, Set<Kind> kinds, LocalDate from, Input input) {
        if (given == null) return known == null ? null : known.opens();
        String stage = input.optional("opens", given, LINE);
        if (stage == null) return null;
        if (kinds.isEmpty()) input.wrong("kinds", "required", "is required where a receipt gives a time");
        for (Kind kind : kinds) {
            if (!isStage(kind, stage, from)) {
                input.wrong("opens", "unknown", "is no time of the deadline table for " + kind);
                return null;
            }
        }
        return stage;
    }

    private boolean isStage(Kind kind, String stage, LocalDate on) {
        try {
            rules.ruleFor(RuleQuestion.of(kind.name(), stage, on));
            return true;
        } catch (NoRuleFits none) {
            return false;
        }
    }

    /** Fields that the forms of tasks have, and facts that a letter tells. */
    Map<String, String> fills(@Nullable String given, @Nullable LetterForm known, Input input) {
        if (given == null) return known == null ? Map.of() : known.fills();
        String text = input.optional("fills", given, LONG);
        Map<String, String> fills = new HashMap<>();
        if (text == null) return fills;
        for (String pair : text.strip().split("\\s+")) {
            Matcher read = FILL.matcher(pair);
            if (!read.matches()) input.wrong("fills", "malformed", "is form.field=fact: " + pair);
            else if (!LetterForm.FACTS.contains(read.group(3)) || !hasField(read.group(1), read.group(2)))
                input.wrong("fills", "unknown", "no form asks for this, or no letter tells it: " + pair);
            else fills.put(read.group(1) + "." + read.group(2), read.group(3));
        }
        return fills;
    }

    /** A form of a designer's own is not in the catalogue: what it asks for cannot be told here. */
    private boolean hasField(String form, String field) {
        return tasks.form(form).map(known -> hasField(known, field)).orElse(true);
    }

    private static boolean hasField(Form form, String field) {
        return form.outcomes().stream()
                .flatMap(outcome -> outcome.fields().stream())
                .anyMatch(one -> one.id().equals(field));
    }

    @Nullable List<String> signers(@Nullable String given, @Nullable LetterForm known, Input input) {
        if (given == null) return known == null ? null : known.signers();
        String text = input.optional("signers", given, LONG);
        if (text == null) return null;
        List<String> places = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (places.size() < 2 || places.size() > MOST_PLACES)
            input.wrong("signers", "out-of-bounds", "is of two to " + MOST_PLACES + " lines, or empty");
        return places;
    }
}
