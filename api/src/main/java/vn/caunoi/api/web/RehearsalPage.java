package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.RehearsalCase;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.RehearsalDesk.Period;
import vn.caunoi.api.designer.RehearsalRun;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.driver.Rehearsal.Way;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Rehearsing;

/**
 * A designer lets past cases run through a draft, or through another published version, before anybody works by it: in
 * the background, with what it shows meanwhile and afterwards under an address of its own.
 */
@Controller
class RehearsalPage {

    private static final String ALL = "/processes/{key}/rehearsals";
    private static final String ONE = ALL + "/{id}";
    private static final int AT_ONCE = 50;
    private static final int MOST_LINES = 100_000;
    private static final int LONGEST_WORD = 100;
    private static final int MOST_DAYS = 250;

    private final RehearsalDesk desk;
    private final StudioDesk studio;
    private final Library library;
    private final Problems problems;
    private final Words say;

    RehearsalPage(RehearsalDesk desk, StudioDesk studio, Library library, Problems problems, Words say) {
        this.desk = desk;
        this.studio = studio;
        this.library = library;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping(ALL)
    String form(@PathVariable String key, @RequestParam(required = false) @Nullable String kept, Model model) {
        desk.mustBeKnown(key);
        fill(key, kept, model.asMap());
        return "rehearsal";
    }

    private void fill(String key, @Nullable String kept, Map<String, Object> model) {
        List<Integer> versions = library.models().stream()
                .filter(one -> one.key().equals(key))
                .map(Library.Entry::version)
                .toList();
        model.put("key", key);
        model.put("versions", versions);
        model.put("runs", desk.recent(key));
        if (kept != null) model.put("kept", studio.find(kept));
    }

    /** @param kept a draft of the studio */
    @PostMapping(ALL)
    ModelAndView begin(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile draft,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sample,
            RedirectAttributes next)
            throws IOException {
        desk.mustBeKnown(key);
        ModelAndView page = new ModelAndView("rehearsal", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("from", from)
                .addObject("to", to)
                .addObject("sample", sample)
                .addObject("version", version);
        try {
            Wanted wanted = wanted(key, draft, version, kept);
            RehearsalDesk.Beginning begun =
                    desk.begin(key, wanted.xml(), wanted.name(), new Period(from, to, sample), List.of());
            if (!(begun instanceof RehearsalDesk.Refused refused)) return led(key, begun, next);
            page.addObject("problems", refused.problems());
        } catch (Refusal refusal) {
            page.addObject("wrong", wrong(refusal));
        }
        fill(key, kept, page.getModel());
        return page;
    }

    private ModelAndView led(String key, RehearsalDesk.Beginning begun, RedirectAttributes next) {
        return switch (begun) {
            case RehearsalDesk.Begun one ->
                Pages.seeOther(
                        UriComponentsBuilder.fromPath(ONE).build(key, one.id()).toString());
            case RehearsalDesk.Busy busy -> {
                next.addFlashAttribute("refused", say.text("rehearsal.busy"));
                yield Pages.seeOther(address(busy.run()));
            }
            case RehearsalDesk.Refused refused -> throw new NotFound();
        };
    }

    static String address(RehearsalRun run) {
        return run.process() == null
                ? "/processes/proof/" + run.id()
                : UriComponentsBuilder.fromPath(ONE)
                        .build(run.process(), run.id())
                        .toString();
    }

    private record Wanted(byte[] xml, String name) {}

    private Wanted wanted(String key, @Nullable MultipartFile draft, @Nullable Integer version, @Nullable String kept)
            throws IOException {
        if (draft != null && !draft.isEmpty()) {
            String file = draft.getOriginalFilename();
            return new Wanted(draft.getBytes(), file == null || file.isBlank() ? key : file.replace("\0", ""));
        }
        if (version != null) return new Wanted(desk.published(key, version), say.text("rehearsal.of.version", version));
        if (kept == null) throw Input.refusal("draft", "required", "must be given");
        var found = studio.find(kept);
        return new Wanted(found.xml().getBytes(StandardCharsets.UTF_8), found.name());
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return wrong;
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
        model.put("here", address(run));
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
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(address(run));
        Lists.put(address, "way", way);
        Lists.put(address, "parting", parting);
        if (after > 0) address.queryParam("after", after);
        return address.toUriString();
    }

    @PostMapping(ONE + "/cancel")
    ModelAndView cancel(@PathVariable String key, @PathVariable String id) {
        RehearsalRun run = desk.find(key, id);
        desk.cancel(run);
        return Pages.seeOther(address(run));
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
            return led(key, desk.again(run, assumptions(run, typed)), next);
        } catch (Refusal refusal) {
            ModelAndView page = new ModelAndView("rehearsal-result", HttpStatus.UNPROCESSABLE_CONTENT);
            fillResult(run, null, null, 0, page.getModel());
            return page.addObject("wrong", wrong(refusal)).addObject("typed", typed);
        }
    }

    private List<Assumption> assumptions(RehearsalRun run, Map<String, String> typed) {
        Input input = new Input();
        List<Assumption> assumptions = new ArrayList<>();
        desk.assumable(run).forEach(task -> {
            String like = input.optional("like." + task.step(), typed.get("like." + task.step()), LONGEST_WORD);
            if (like != null) {
                if (recorded(run).noneMatch(like::equals))
                    input.wrong("like." + task.step(), "not-an-option", "is not one of the options");
                assumptions.add(Assumption.like(task.step(), run.process() + "/" + like));
                return;
            }
            String outcome =
                    input.optional("outcome." + task.step(), typed.get("outcome." + task.step()), LONGEST_WORD);
            if (outcome == null) return;
            if (!task.outcomes().contains(outcome))
                input.wrong("outcome." + task.step(), "not-an-option", "is not one of the options");
            assumptions.add(new Assumption(task.step(), outcome, days(input, "days." + task.step(), typed)));
        });
        input.mustBeValid();
        return assumptions;
    }

    /** Steps that the record may know. */
    private Stream<String> recorded(RehearsalRun run) {
        return desk.published(run).stream().map(Rehearsing.Task::id);
    }

    private static int days(Input input, String field, Map<String, String> typed) {
        String given = input.optional(field, typed.get(field), LONGEST_WORD);
        if (given == null) return 0;
        try {
            int days = Integer.parseInt(given);
            if (days >= 0 && days <= MOST_DAYS) return days;
            input.wrong(field, "out-of-bounds", "is between 0 and " + MOST_DAYS);
        } catch (NumberFormatException e) {
            input.wrong(field, "malformed", "is not a number");
        }
        return 0;
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
                .addAttribute("here", address(run))
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
