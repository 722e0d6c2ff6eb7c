package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import vn.caunoi.api.letter.FormInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;

/** The questions about a form of letters, as they are asked, typed and answered. */
@Component
class LetterFormFields {

    private final Words say;
    private final Problems problems;

    LetterFormFields(Words say, Problems problems) {
        this.say = say;
        this.problems = problems;
    }

    static List<String> kinds(LetterForm form) {
        return form.kinds().stream().map(Kind::name).toList();
    }

    Map<String, String> typed(@Nullable LetterForm form) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("form.from", say.today().toString());
        if (form == null) return typed;
        typed.put("form.id", form.id());
        typed.put("form.caption", form.name());
        typed.put("form.english", form.english());
        typed.put("form.law", form.law());
        typed.put("form.confidence", form.confidence());
        typed.put("form.sort", form.sort());
        typed.put("form.heading", form.title());
        typed.put("form.subject", form.subject());
        typed.put("form.addressee", form.addressee());
        typed.put("form.recipients", String.join("\n", form.recipients()));
        typed.put("form.body", String.join("\n", form.body()));
        typed.put("form.opens", Objects.requireNonNullElse(form.opens(), ""));
        typed.put("form.fills", fills(form));
        typed.put("form.signers", String.join("\n", form.places()));
        typed.put(
                "form.requires", form.requires() == null ? "" : form.requires().name());
        return typed;
    }

    private static String fills(LetterForm form) {
        return form.fills().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    void fill(
            Map<String, Object> model,
            String id,
            Map<String, String> typed,
            List<String> kinds,
            Map<String, String> wrong) {
        model.put("id", id);
        model.put("kinds", Kind.values());
        model.put("chosen", kinds);
        model.put("ask", new LetterQuestions(say, typed, wrong));
        model.put("sure", List.of("S", "S-", "M+", "M?", "X"));
        model.put("confidence", Objects.requireNonNullElse(typed.get("form.confidence"), "M?"));
    }

    /** What is wrong with which question; empty when it is something else. */
    Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.put("form." + asked(one.field()), told(one)));
        return wrong;
    }

    private String told(Refusal.Violation one) {
        String message = problems.message(one, Words.locale());
        int colon = one.message().indexOf(": ");
        return one.code().equals("unknown-word") ? message + one.message().substring(colon) : message;
    }

    private static String asked(String field) {
        return switch (field) {
            case "name" -> "caption";
            case "title" -> "heading";
            default -> field;
        };
    }

    static FormInput input(String id, MultiValueMap<String, String> sent) {
        return new FormInput(
                id.equals("new") ? sent.getFirst("form.id") : id,
                sent.getFirst("form.caption"),
                sent.getFirst("form.english"),
                sent.getFirst("form.law"),
                sent.getFirst("confidence"),
                day(sent.getFirst("form.from")),
                kinds(sent),
                sent.getFirst("form.sort"),
                sent.getFirst("form.heading"),
                sent.getFirst("form.subject"),
                sent.getFirst("form.addressee"),
                sent.getFirst("form.recipients"),
                sent.getFirst("form.body"),
                sent.getFirst("form.requires"),
                sent.getFirst("form.opens"),
                sent.getFirst("form.fills"),
                sent.getFirst("form.signers"));
    }

    private static List<@Nullable String> kinds(MultiValueMap<String, String> sent) {
        return Arrays.asList(sent.getOrDefault("kinds", List.of()).toArray(String[]::new));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Input.refusal("from", "malformed", "is not a day");
        }
    }
}
