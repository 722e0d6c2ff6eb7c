package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.RehearsalCase;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.RehearsalRun;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.driver.Rehearsal.Way;

/** What a rehearsal has shown: counts, where ways part, every case with both of its ways; and once more with assumptions. */
@Controller
class RehearsalResultPage {

    private static final String ONE = "/processes/{key}/rehearsals/{id}";
    private static final int AT_ONCE = 50;
    private static final int MOST_LINES = 100_000;

    private final RehearsalDesk desk;
    private final RehearsalWays ways;
    private final Words say;

    RehearsalResultPage(RehearsalDesk desk, RehearsalWays ways, Words say) {
        this.desk = desk;
        this.ways = ways;
        this.say = say;
    }

    /** @param after place of the last case of the page before */
    @GetMapping(ONE)
    String result(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Way way,
            @RequestParam(required = false) @Nullable Integer parting,
            @RequestParam(defaultValue = "0") int after,
            Model model) {
        fillResult(desk.find(key, id), way, parting, after, model.asMap());
        return "rehearsal-result";
    }

    private void fillResult(
            RehearsalRun run, @Nullable Way way, @Nullable Integer parting, int after, Map<String, Object> model) {
        List<RehearsalCase> cases = desk.cases(run, way, parting, after, AT_ONCE + 1);
        boolean more = cases.size() > AT_ONCE;
        List<RehearsalCase> shown = more ? cases.subList(0, AT_ONCE) : cases;
        model.put("run", run);
        model.put("key", run.process());
        model.put("here", RehearsalWays.address(run));
        model.put("poll", list(run, way, parting, 0));
        model.put("ways", Way.values());
        model.put("way", way);
        model.put("parting", parting);
        model.put("cases", shown);
        model.put("first", after > 0 ? list(run, way, parting, 0) : null);
        model.put("next", more ? list(run, way, parting, shown.getLast().place()) : null);
        model.put("assumable", run.ended() ? desk.assumable(run) : List.of());
        model.put("outline", run.ended() ? desk.published(run) : List.of());
    }

    private static String list(RehearsalRun run, @Nullable Way way, @Nullable Integer parting, int after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(RehearsalWays.address(run));
        Lists.put(address, "way", way);
        Lists.put(address, "parting", parting);
        if (after > 0) address.queryParam("after", after);
        return address.toUriString();
    }

    @PostMapping(ONE + "/cancel")
    ModelAndView cancel(@PathVariable String key, @PathVariable String id) {
        RehearsalRun run = desk.find(key, id);
        desk.cancel(run);
        return Pages.seeOther(RehearsalWays.address(run));
    }

    /** Once more, with what is assumed of steps that history does not know; a step without an outcome stays unknown. */
    @PostMapping(ONE + "/again")
    ModelAndView again(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        RehearsalRun run = desk.find(key, id);
        try {
            List<Assumption> assumed = AssumptionForm.read(run, desk.assumable(run), desk.published(run), typed);
            return ways.led(desk.again(run, assumed), next);
        } catch (Refusal refusal) {
            ModelAndView page = new ModelAndView("rehearsal-result", HttpStatus.UNPROCESSABLE_CONTENT);
            fillResult(run, null, null, 0, page.getModel());
            return page.addObject("wrong", ways.wrong(refusal)).addObject("typed", typed);
        }
    }

    @GetMapping(ONE + "/cases.csv")
    void table(
            @PathVariable String key,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Way way,
            @RequestParam(required = false) @Nullable Integer parting,
            HttpServletResponse response)
            throws IOException {
        RehearsalRun run = desk.find(key, id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                say.text("migration.code"),
                say.text("rehearsal.way"),
                say.text("rehearsal.parting"),
                say.text("rehearsal.told")));
        for (RehearsalCase one : desk.cases(run, way, parting, 0, MOST_LINES)) {
            lines.add(List.of(
                    one.code(),
                    say.word("rehearsal.way", one.way()),
                    one.parting() == null ? "" : one.parting().toString(),
                    one.told() == null ? "" : one.told()));
        }
        Downloads.csv(response, "rehearsal-" + key, lines);
    }

    @GetMapping(ONE + "/cases/{place}")
    String one(@PathVariable String key, @PathVariable String id, @PathVariable int place, Model model) {
        RehearsalRun run = desk.find(key, id);
        RehearsalDesk.Seen seen = desk.one(run, place);
        model.addAttribute("run", run)
                .addAttribute("key", key)
                .addAttribute("here", RehearsalWays.address(run))
                .addAttribute("seen", seen.listed())
                .addAttribute("both", BothWays.of(key, seen.courses()));
        return "rehearsal-case";
    }

    /** The draft as it was rehearsed. */
    @GetMapping(ONE + "/xml")
    ResponseEntity<byte[]> xml(@PathVariable String key, @PathVariable String id) {
        String xml = desk.find(key, id).xml();
        if (xml == null) throw new NotFound();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
