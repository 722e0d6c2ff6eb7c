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
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.letter.FormDesk;
import vn.caunoi.api.letter.FormInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;

/** For administrators: the forms of letters in their editions, and the next edition, looked at with a sample first. */
@Controller
class FormPages {

    private final FormDesk desk;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    FormPages(FormDesk desk, CurrentActor current, Words say, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/admin/letter-forms")
    String list(Model model) {
        current.with(Role.ADMIN);
        model.addAttribute("forms", desk.all()).addAttribute("desk", desk);
        return "letter-forms";
    }

    /** @param id of a form, or {@code new} */
    @GetMapping("/admin/letter-forms/{id}")
    String edit(@PathVariable String id, Model model) {
        current.with(Role.ADMIN);
        LetterForm form = id.equals("new") ? null : desk.present(id).orElseThrow(NotFound::new);
        fill(model.asMap(), id, typed(form), form == null ? List.of() : kinds(form), Map.of());
        return "letter-form";
    }

    private static List<String> kinds(LetterForm form) {
        return form.kinds().stream().map(Kind::name).toList();
    }

    private Map<String, String> typed(@Nullable LetterForm form) {
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

    private void fill(
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

    @PostMapping("/admin/letter-forms/{id}")
    ModelAndView publish(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.ADMIN);
        Map<String, Object> model = new LinkedHashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        try {
            FormInput input = input(id, sent);
            if (sent.getFirst("look") == null) {
                desk.publish(input, actor);
                next.addFlashAttribute("said", "letter.form");
                return Pages.seeOther("/admin/letter-forms");
            }
            model.put("preview", desk.preview(input));
        } catch (Refusal refusal) {
            refusal.violations().forEach(one -> wrong.put("form." + asked(one.field()), told(one)));
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
        }
        fill(model, id, sent.toSingleValueMap(), sent.getOrDefault("kinds", List.of()), wrong);
        boolean fine = model.containsKey("preview");
        return new ModelAndView("letter-form", model, fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
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

    private static FormInput input(String id, MultiValueMap<String, String> sent) {
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
