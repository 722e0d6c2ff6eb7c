package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.AbsenceDesk;
import vn.caunoi.api.officer.OfficersDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal;

/** A head writes down who is away and who stands in; a deputy takes tasks over. */
@Controller
class AbsencePage {

    private final AbsenceDesk desk;
    private final OfficersDesk officers;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    AbsencePage(AbsenceDesk desk, OfficersDesk officers, CurrentActor current, Problems problems, Words say) {
        this.desk = desk;
        this.officers = officers;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/officers/{officer}/absence")
    ModelAndView ask(@PathVariable String officer) {
        return page(officer, Map.of("from", say.today().toString()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/officers/{officer}/absence")
    ModelAndView away(@PathVariable String officer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        try {
            desk.record(officer, day("from", typed), day("until", typed), typed.get("deputy"), head());
            next.addFlashAttribute("told", say.text("absence.recorded"));
            return Pages.seeOther("/officers");
        } catch (Refusal refusal) {
            return page(officer, typed, wrong(refusal), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/officers/{officer}/back")
    ModelAndView back(@PathVariable String officer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        try {
            desk.end(officer, day("from", typed), null, head());
            next.addFlashAttribute("told", say.text("absence.ended"));
        } catch (Refusal refusal) {
            next.addFlashAttribute("told", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther("/officers");
    }

    @PostMapping("/tasks/{id}/stand-in")
    ModelAndView standIn(@PathVariable String id, RedirectAttributes next) {
        try {
            var written = desk.standIn(id, current.get());
            next.addFlashAttribute("said", "claimed");
            return Pages.seeOther("/cases/" + written.petition());
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
            return Pages.seeOther("/inbox");
        }
    }

    private ModelAndView page(String officer, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        List<OfficersDesk.AtWork> all = officers.of(head());
        OfficersDesk.AtWork who = all.stream()
                .filter(one -> one.officer().value().equals(officer))
                .findFirst()
                .orElseThrow(NotFound::new);
        List<Question> questions = questions(who, all).stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
        return new ModelAndView("absence", status)
                .addObject("who", who)
                .addObject("questions", questions)
                .addObject("refused", wrong.get(""))
                .addObject("errors", Wrong.in(questions));
    }

    private List<Question> questions(OfficersDesk.AtWork who, List<OfficersDesk.AtWork> all) {
        List<Question.Choice> deputies = new ArrayList<>();
        all.stream()
                .filter(one -> !one.officer().equals(who.officer()))
                .map(one -> new Question.Choice(one.officer().value(), one.name()))
                .forEach(deputies::add);
        return List.of(
                Question.of("from", say.text("absence.from"), FieldType.DATE, true, null),
                Question.of("until", say.text("absence.until"), FieldType.DATE, false, null)
                        .hint(say.text("absence.until.hint")),
                Question.of("deputy", say.text("absence.deputy"), FieldType.OFFICER, false, null)
                        .choices(deputies));
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put("", problems.message(refusal.reason(), Words.locale()));
        return wrong;
    }

    private static @Nullable LocalDate day(String name, Map<String, String> typed) {
        String text = Lists.blankToNull(typed.get(name));
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Input.refusal(name, "malformed", "is not valid");
        }
    }

    private Actor head() {
        return current.with(Role.HEAD);
    }
}
