package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.audit.AuditRun;
import vn.caunoi.api.audit.AuditRuns;
import vn.caunoi.api.audit.AuditTeam;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.Refusal;

/** Who works on an audit, and what they note beside it. */
@Controller
class AuditTeamPages {

    private static final int ROWS = 500;
    private static final String PAGE = "/audit/{id}/team";

    private final AuditRuns runs;
    private final AuditTeam team;
    private final CurrentActor current;
    private final Problems problems;

    AuditTeamPages(AuditRuns runs, AuditTeam team, CurrentActor current, Problems problems) {
        this.runs = runs;
        this.team = team;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping(PAGE)
    String show(
            @PathVariable String id,
            @RequestParam(name = "case", required = false) @Nullable String about,
            Model model) {
        Actor actor = supervisor();
        String code = code(about);
        fill(model, run(id, actor), code, actor, code == null ? Map.of() : Map.of("case", code), Map.of());
        return "audit-team";
    }

    @PostMapping(PAGE + "/notes")
    ModelAndView note(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = supervisor();
        AuditRun run = run(id, actor);
        try {
            team.note(run, sent.get("case"), sent.get("note"), actor);
        } catch (Refusal refusal) {
            return again(run, actor, sent, refusal);
        }
        next.addFlashAttribute("said", "audit-noted");
        return Pages.seeOther("/audit/" + id + "/team");
    }

    @PostMapping(PAGE)
    ModelAndView add(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = supervisor();
        AuditRun run = run(id, actor);
        try {
            team.add(run, sent.get("officer"), actor);
        } catch (Refusal refusal) {
            return again(run, actor, sent, refusal);
        }
        next.addFlashAttribute("said", "audit-joined");
        return Pages.seeOther("/audit/" + id + "/team");
    }

    @PostMapping(PAGE + "/{officer}/end")
    ModelAndView remove(@PathVariable String id, @PathVariable String officer, RedirectAttributes next) {
        Actor actor = supervisor();
        team.remove(run(id, actor), officer, actor);
        next.addFlashAttribute("said", "audit-left");
        return Pages.seeOther("/audit/" + id + "/team");
    }

    private ModelAndView again(AuditRun run, Actor actor, Map<String, String> sent, Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) throw refusal;
        Model model = new ExtendedModelMap();
        fill(model, run, null, actor, sent, wrong);
        return new ModelAndView("audit-team", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(
            Model model,
            AuditRun run,
            @Nullable String code,
            Actor actor,
            Map<String, String> typed,
            Map<String, String> wrong) {
        model.addAttribute("run", run)
                .addAttribute("code", code)
                .addAttribute("members", team.members(run))
                .addAttribute("notes", team.notes(run, code, actor, ROWS))
                .addAttribute("leads", run.by().equals(actor.id()))
                .addAttribute("typed", typed)
                .addAttribute("wrong", wrong);
    }

    /** As codes are written; what is none finds nothing. */
    private static @Nullable String code(@Nullable String typed) {
        String code = Lists.text("case", typed);
        if (code == null) return null;
        if (!PetitionCode.isValid(code)) throw new NotFound();
        return PetitionCode.parse(code).value();
    }

    private AuditRun run(String id, Actor actor) {
        return runs.find(id, actor).orElseThrow(NotFound::new);
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
