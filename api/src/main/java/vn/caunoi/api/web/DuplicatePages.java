package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.DuplicateDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Relation;

/** Hints at petitions that may be the same: while one is typed at the desk, and on the page of a case. */
@Controller
class DuplicatePages {

    private final DuplicateDesk desk;
    private final HandInPage handIn;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    DuplicatePages(DuplicateDesk desk, HandInPage handIn, CurrentActor current, Problems problems, Words say) {
        this.desk = desk;
        this.handIn = handIn;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    /** A fragment; what is typed so far need not be right. */
    @PostMapping("/hand-in/alike")
    ModelAndView typed(@RequestParam MultiValueMap<String, String> sent) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        HandInForm form = HandInForm.of(sent, say, List.of());
        return new ModelAndView(
                "alike :: hints", Map.of("alike", desk.like(handIn.soFar(form), actor), "chosen", form.duplicateOf()));
    }

    @PostMapping("/cases/{id}/duplicate")
    ModelAndView link(@PathVariable String id, @RequestParam String of, RedirectAttributes next) {
        Actor actor = current.get();
        return order(id, "link", next, () -> desk.link(id, of, actor));
    }

    /** The reason is that of the house's words; what else is to be said is said in the form of the task. */
    @PostMapping("/cases/{id}/store-duplicate")
    ModelAndView store(@PathVariable String id, @RequestParam String of, RedirectAttributes next) {
        Actor actor = current.get();
        String reason = say.word("relation", Relation.DUPLICATE_OF) + " " + of;
        return order(id, "completed", next, () -> desk.store(id, new CaseInput.StoreDuplicate(of, reason), actor));
    }

    private ModelAndView order(String id, String said, RedirectAttributes next, Runnable order) {
        try {
            order.run();
            next.addFlashAttribute("said", said);
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
        }
        return Pages.seeOther("/cases/" + id);
    }
}
