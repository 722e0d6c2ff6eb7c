package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.letter.BookDesk;
import vn.caunoi.api.letter.SignerDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** The book of numbers of a unit, and how its letters are headed. */
@Controller
class LetterBookPages {

    private final BookDesk desk;
    private final SignerDesk signers;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    LetterBookPages(BookDesk desk, SignerDesk signers, CurrentActor current, Words say, Problems problems) {
        this.desk = desk;
        this.signers = signers;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/letters/book/{unit}")
    String book(
            @PathVariable String unit,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        fill(model.asMap(), unit, year, after, Map.of(), Map.of());
        return "letter-book";
    }

    private void fill(
            Map<String, Object> model,
            String unit,
            @Nullable String year,
            @Nullable String after,
            Map<String, String> typed,
            Map<String, String> wrong) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR, Role.ADMIN);
        boolean reads =
                actor.is(Role.INSPECTOR) || actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
        var rows = reads ? desk.book(unit, year, after, actor) : List.of();
        model.put("unit", unit);
        model.put("year", year == null || year.isBlank() ? say.today().getYear() : year);
        model.put("rows", rows);
        model.put("heading", desk.heading(unit, actor));
        model.put("signers", signers.of(unit, actor));
        model.put("seed", UUID.randomUUID().toString());
        model.put("today", say.today());
        model.put("maySet", actor.is(Role.HEAD) || actor.is(Role.ADMIN));
        model.put("ask", new LetterQuestions(say, typed, wrong));
    }

    @PostMapping("/letters/book/{unit}/{what}")
    ModelAndView set(
            @PathVariable String unit,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        Actor actor = current.with(Role.HEAD, Role.ADMIN);
        try {
            switch (what) {
                case "heading" -> desk.head(unit, heading(sent), actor);
                case "signer" -> signers.give(unit, signer(sent), seed(unit, sent, actor), actor);
                case "end" -> signers.end(unit, sent.getOrDefault("end.signer", ""), null, actor);
                case "go" -> desk.go(unit, null, number(sent.get("go.next")), actor);
                default -> throw new NotFound();
            }
            next.addFlashAttribute("said", "letter." + what);
            return Pages.seeOther("/letters/book/" + unit);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations()
                    .forEach(one -> wrong.put(what + "." + one.field(), problems.message(one, Words.locale())));
            fill(model, unit, null, null, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("letter-book", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static SignerDesk.Given signer(Map<String, String> sent) {
        return new SignerDesk.Given(
                sent.get("signer.officer"),
                sent.get("signer.name"),
                sent.get("signer.as"),
                sent.get("signer.title"),
                sent.get("signer.authority"),
                day("from", sent.get("signer.from")),
                day("until", sent.get("signer.until")));
    }

    /** The same form sent twice is one signer. */
    private static String seed(String unit, Map<String, String> sent, Actor actor) {
        String whole = unit + "\0" + actor.id() + "\0" + sent.get("seed");
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Input.refusal(field, "malformed", "is not a day");
        }
    }

    private static BookDesk.GivenHeading heading(Map<String, String> sent) {
        return new BookDesk.GivenHeading(
                sent.get("heading.superior"),
                sent.get("heading.name"),
                sent.get("heading.symbol"),
                sent.get("heading.place"),
                sent.get("heading.collective"),
                sent.get("heading.headTitle"));
    }

    private static @Nullable Integer number(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        if (!text.strip().matches("\\d{1,7}")) throw Input.refusal("next", "malformed", "is not a number");
        return Integer.valueOf(text.strip());
    }
}
