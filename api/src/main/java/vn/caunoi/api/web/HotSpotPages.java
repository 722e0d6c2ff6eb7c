package vn.caunoi.api.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.yardstick.HotSpotDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.yardstick.HotSpotRule;

/** For administrators: from where on an open case is a hot spot, from a day on. */
@Controller
class HotSpotPages {

    private static final String AT = "/admin/hot-spots";

    private final HotSpotDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    HotSpotPages(HotSpotDesk desk, CurrentActor current, Problems problems, Words say) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping(AT)
    ModelAndView show() {
        administrator();
        return page(typed(say.today(), desk.today()), Map.of(), HttpStatus.OK);
    }

    @PostMapping(AT)
    ModelAndView set(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor by = administrator();
        try {
            desk.set(sent::get, by);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
            if (wrong.isEmpty()) wrong.put("from", problems.message(refusal.reason(), Words.locale()));
            return page(sent, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        next.addFlashAttribute("said", "hotspots");
        return Pages.seeOther(AT);
    }

    private ModelAndView page(Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("hot-spots", status)
                .addObject("fields", HotSpotDesk.FIELDS)
                .addObject("rules", desk.all())
                .addObject("shipped", HotSpotRule.SHIPPED)
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }

    private static Map<String, String> typed(LocalDate from, HotSpotRule rule) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("from", from.toString());
        typed.put("overLevels", String.valueOf(rule.overLevels()));
        typed.put("backlogDays", String.valueOf(rule.backlogDays()));
        typed.put("complexPoints", String.valueOf(rule.complexPoints()));
        typed.put("prolongedDays", String.valueOf(rule.prolongedDays()));
        typed.put("crowdPeople", String.valueOf(rule.crowdPeople()));
        typed.put("repeatedTimes", String.valueOf(rule.repeatedTimes()));
        return typed;
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
