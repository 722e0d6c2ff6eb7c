package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
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
import vn.caunoi.api.designer.RehearsalCase;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.RehearsalRun;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.Rehearsal.Way;

/** Proves that cases followed their models: each is followed again, and what comes of it is compared with the record. */
@Controller
class ProofPage {

    private static final String ALL = "/processes/proof";
    private static final String ONE = ALL + "/{id}";
    private static final int AT_ONCE = 50;
    private static final int MOST_LINES = 100_000;

    private final RehearsalDesk desk;
    private final Problems problems;
    private final Words say;

    ProofPage(RehearsalDesk desk, Problems problems, Words say) {
        this.desk = desk;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping(ALL)
    String form(Model model) {
        model.addAttribute("runs", desk.recent(null));
        return "process-proof";
    }

    @PostMapping(ALL)
    ModelAndView begin(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sample,
            RedirectAttributes next) {
        try {
            var begun = desk.prove(say.text("followed.title"), new RehearsalDesk.Period(from, to, sample));
            return switch (begun) {
                case RehearsalDesk.Begun one -> Pages.seeOther(ALL + "/" + one.id());
                case RehearsalDesk.Busy busy -> {
                    next.addFlashAttribute("refused", say.text("rehearsal.busy"));
                    yield Pages.seeOther(RehearsalPage.address(busy.run()));
                }
                case RehearsalDesk.Refused none -> throw new NotFound();
            };
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
            return new ModelAndView("process-proof", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("runs", desk.recent(null))
                    .addObject("wrong", wrong)
                    .addObject("from", from)
                    .addObject("to", to)
                    .addObject("sample", sample);
        }
    }

    /** @param after place of the last case of the page before */
    @GetMapping(ONE)
    String result(@PathVariable String id, @RequestParam(defaultValue = "0") int after, Model model) {
        RehearsalRun run = desk.find(null, id);
        List<RehearsalCase> cases = desk.cases(run, Way.FAILED, null, after, AT_ONCE + 1);
        boolean more = cases.size() > AT_ONCE;
        List<RehearsalCase> shown = more ? cases.subList(0, AT_ONCE) : cases;
        String here = RehearsalPage.address(run);
        model.addAttribute("run", run)
                .addAttribute("here", here)
                .addAttribute("cases", shown)
                .addAttribute("first", after > 0 ? here : null)
                .addAttribute("next", more ? here + "?after=" + shown.getLast().place() : null);
        return "process-proof-result";
    }

    @PostMapping(ONE + "/cancel")
    ModelAndView cancel(@PathVariable String id) {
        RehearsalRun run = desk.find(null, id);
        desk.cancel(run);
        return Pages.seeOther(RehearsalPage.address(run));
    }

    @GetMapping(ONE + "/cases.csv")
    void table(@PathVariable String id, HttpServletResponse response) throws IOException {
        RehearsalRun run = desk.find(null, id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(say.text("migration.code"), say.text("followed.differs")));
        for (RehearsalCase one : desk.cases(run, Way.FAILED, null, 0, MOST_LINES))
            lines.add(List.of(one.code(), one.told() == null ? "" : one.told()));
        Downloads.csv(response, "proof", lines);
    }
}
