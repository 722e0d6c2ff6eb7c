package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.Rehearsal.Way;

/** Proves that cases followed their models: each is followed again, and what comes of it is compared with the record. */
@Controller
class ProofPage {

    private static final String ALL = RehearsalWays.PROOFS;
    private static final String ONE = ALL + "/{id}";
    private static final int AT_ONCE = 50;
    private static final int MOST_LINES = 100_000;

    private final RehearsalDesk desk;
    private final RehearsalWays ways;
    private final Words say;

    ProofPage(RehearsalDesk desk, RehearsalWays ways, Words say) {
        this.desk = desk;
        this.ways = ways;
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
            return ways.led(begun, next);
        } catch (Refusal refusal) {
            return new ModelAndView("process-proof", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("runs", desk.recent(null))
                    .addObject("wrong", ways.wrong(refusal))
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
        String here = RehearsalWays.address(run);
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
        return Pages.seeOther(RehearsalWays.address(run));
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
