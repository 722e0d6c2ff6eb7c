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
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.timekeeping.ChangeInput;
import vn.caunoi.api.timekeeping.TimekeepingDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.projections.timekeeping.TimeChanges;

/** Changes of the calendar and of the limits of the law: a row's next edition, what would move, confirmation. */
@Controller
class ChangePages {

    private static final int AT_ONCE = 50;

    private final TimekeepingDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    ChangePages(TimekeepingDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/processes/deadlines/{row}")
    ModelAndView edit(@PathVariable String row) {
        editor();
        List<RuleBook.Row> rows = desk.row(row);
        RuleBook.Row last = rows.getLast();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("amount", last.amount());
        typed.put("unit", last.unit());
        typed.put("roll", Boolean.toString(last.roll()));
        typed.put("source", last.source());
        typed.put("confidence", last.confidence());
        typed.put("validFrom", desk.today().toString());
        return rulePage(row, typed, Map.of(), HttpStatus.OK);
    }

    @PostMapping("/processes/deadlines/{row}")
    ModelAndView propose(@PathVariable String row, @RequestParam Map<String, String> sent) {
        Actor actor = editor();
        desk.row(row);
        try {
            var rule = new ChangeInput.Rule(
                    row,
                    TimeForms.number(sent.get("amount"), "amount"),
                    sent.get("unit"),
                    "true".equals(sent.get("roll")),
                    TimeForms.day(sent.get("validFrom"), "validFrom"),
                    TimeForms.day(sent.get("validTo"), "validTo"),
                    sent.get("source"),
                    sent.get("confidence"));
            boolean running = "true".equals(sent.get("running"));
            boolean missedToo = "true".equals(sent.get("missedToo"));
            int number = desk.propose(new ChangeInput(null, rule, running, missedToo, sent.get("reason")), actor);
            return Pages.seeOther("/processes/changes/" + number);
        } catch (Refusal refusal) {
            return rulePage(row, sent, TimeForms.wrong(refusal, problems), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView rulePage(String row, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("rule-change", status)
                .addObject("row", row)
                .addObject("rows", desk.row(row))
                .addObject("sure", List.of("S", "S-", "M+", "M?", "X"))
                .addObject("units", List.of("CALENDAR_DAYS", "WORKING_DAYS"))
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }

    @GetMapping("/processes/changes")
    String list(@RequestParam(required = false) @Nullable Integer before, Model model) {
        editor();
        List<TimeChanges.Change> changes = desk.newest(before == null ? Integer.MAX_VALUE : before, AT_ONCE);
        boolean more = changes.size() == AT_ONCE;
        model.addAttribute("changes", changes)
                .addAttribute("more", more ? changes.getLast().change().number() : null);
        return "time-changes";
    }

    @GetMapping("/processes/changes/{number}")
    ModelAndView look(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "1") int page) {
        return changePage(number, unit, page, null, HttpStatus.OK);
    }

    private ModelAndView changePage(
            int number, @Nullable String unit, int page, @Nullable String refused, HttpStatus status) {
        return new ModelAndView("time-change", status)
                .addObject("number", number)
                .addObject("unit", unit)
                .addObject("looked", desk.look(number, unit, page, editor()))
                .addObject("refused", refused);
    }

    @PostMapping("/processes/changes/{number}/confirm")
    ModelAndView confirm(
            @PathVariable int number, @RequestParam(defaultValue = "-1") int after, RedirectAttributes next) {
        Actor actor = editor();
        try {
            desk.confirm(number, after, actor);
        } catch (Refusal refusal) {
            return refused(number, refusal);
        }
        next.addFlashAttribute("said", "time.confirmed");
        return Pages.seeOther("/processes/changes/" + number);
    }

    @PostMapping("/processes/changes/{number}/withdraw")
    ModelAndView withdraw(@PathVariable int number, RedirectAttributes next) {
        Actor actor = editor();
        try {
            desk.withdraw(number, actor);
        } catch (Refusal refusal) {
            return refused(number, refusal);
        }
        next.addFlashAttribute("said", "time.withdrawn");
        return Pages.seeOther("/processes/changes");
    }

    private ModelAndView refused(int number, Refusal refusal) {
        String why = String.join(" ", TimeForms.wrong(refusal, problems).values());
        return changePage(number, null, 1, why, HttpStatus.CONFLICT);
    }

    private Actor editor() {
        return current.with(Role.DESIGNER, Role.ADMIN);
    }
}
