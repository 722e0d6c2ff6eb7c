package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.proof.IntegrityDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.casefile.CaseFile;

/** Whether the record is whole: what is checked, what was found, and what no check here can tell. */
@Controller
class IntegrityPage {

    private static final int CHECKS = 10;

    private final IntegrityDesk desk;
    private final VisibleCases visible;
    private final CurrentActor current;

    IntegrityPage(IntegrityDesk desk, VisibleCases visible, CurrentActor current) {
        this.desk = desk;
        this.visible = visible;
        this.current = current;
    }

    @GetMapping("/audit/integrity")
    String show(@RequestParam(name = "case", required = false) @Nullable String asked, Model model) {
        Actor actor = current.with(Role.INSPECTOR, Role.ADMIN);
        boolean reads = actor.is(Role.INSPECTOR);
        String code = Lists.text("case", asked);
        model.addAttribute("asked", code).addAttribute("reads", reads).addAttribute("checks", desk.last(CHECKS));
        if (code != null && reads) check(code, actor, model);
        return "proof-integrity";
    }

    private void check(String code, Actor actor, Model model) {
        try {
            CaseFile file = visible.find(code, actor);
            model.addAttribute("file", file).addAttribute("found", desk.of(file.id()));
        } catch (NotFound none) {
            model.addAttribute("unknown", true);
        }
    }

    @PostMapping("/audit/integrity")
    ModelAndView start(RedirectAttributes next) {
        Actor actor = current.with(Role.INSPECTOR, Role.ADMIN);
        next.addFlashAttribute("said", desk.start(actor.id()) ? "integrity-started" : "integrity-running");
        return Pages.seeOther("/audit/integrity");
    }
}
