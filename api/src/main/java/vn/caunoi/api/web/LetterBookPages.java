package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** The book of numbers of a unit, and how its letters are headed. */
@Controller
class LetterBookPages {

    private final BookDesk desk;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    LetterBookPages(BookDesk desk, CurrentActor current, Words say, Problems problems) {
        this.desk = desk;
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
            if (what.equals("heading")) desk.head(unit, heading(sent), actor);
            else desk.go(unit, null, number(sent.get("go.next")), actor);
            next.addFlashAttribute("said", "letter." + (what.equals("heading") ? "heading" : "go"));
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
