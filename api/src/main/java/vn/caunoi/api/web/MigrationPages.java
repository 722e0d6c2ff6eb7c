package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.BatchDesk;
import vn.caunoi.api.designer.MigrationBatch.CaseState;
import vn.caunoi.api.designer.MigrationDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.StepMapping;

/**
 * Designers say where cases go from each step of an old version, see what would become of every case, and have them moved in
 * the background, as one batch that can be paused, gone on with and taken back.
 */
@Controller
class MigrationPages {

    private static final String STEP = "map.";
    private static final int PAGE = 50;
    private static final int ALL_AT_ONCE = 500;
    private static final List<Integer> PORTIONS = List.of(20, 50, 100, 200, 500);

    private final MigrationDesk desk;
    private final BatchDesk batches;
    private final Library library;
    private final Problems problems;
    private final Words say;
    private final StepNames names;
    private final ProblemSentences sentences;

    MigrationPages(
            MigrationDesk desk,
            BatchDesk batches,
            Library library,
            Problems problems,
            Words say,
            StepNames names,
            ProblemSentences sentences) {
        this.desk = desk;
        this.batches = batches;
        this.library = library;
        this.problems = problems;
        this.say = say;
        this.names = names;
        this.sentences = sentences;
    }

    /** Links that were kept lead on. */
    @GetMapping("/processes/{key}/migrations")
    ModelAndView before(@PathVariable String key, @RequestParam int from, @RequestParam int to) {
        return Pages.seeOther(UriComponentsBuilder.fromPath("/processes/{key}/migration")
                .queryParam("from", from)
                .queryParam("to", to)
                .build(key)
                .toString());
    }

    @GetMapping("/processes/{key}/migration")
    String choose(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Model model) {
        List<Integer> versions = versions(key);
        Integer newest = versions.getFirst();
        Integer before = versions.size() > 1 ? versions.get(1) : newest;
        fill(model.asMap(), key, from == null ? before : from, to == null ? newest : to, versions, null);
        return "migration";
    }

    private List<Integer> versions(String key) {
        List<Integer> versions = library.models().stream()
                .filter(model -> model.key().equals(key))
                .map(Library.Entry::version)
                .toList();
        if (versions.isEmpty()) throw new NotFound();
        return versions;
    }

    private void fill(
            Map<String, Object> model,
            String key,
            Integer from,
            Integer to,
            List<Integer> versions,
            @Nullable Map<String, String> typed) {
        model.put("key", key);
        model.put("name", names.process(key));
        model.put("from", from);
        model.put("to", to);
        model.put("versions", versions);
        if (from.equals(to) && versions.contains(from)) return;
        MigrationDesk.Choice choice = desk.choice(key, from, to);
        model.put("choice", choice);
        model.put("chosen", typed == null ? offered(choice) : typed);
        StringBuilder counts = new StringBuilder();
        choice.counts()
                .forEach((step, many) ->
                        counts.append(step).append('=').append(many).append(' '));
        model.put("counts", counts.toString().strip());
    }

    private static Map<String, String> offered(MigrationDesk.Choice choice) {
        Map<String, String> offered = new LinkedHashMap<>();
        for (StepMapping.Row row : choice.rows())
            offered.put(row.from().id(), row.offered() == null ? "" : row.offered());
        return offered;
    }

    @PostMapping("/processes/{key}/migration")
    ModelAndView plan(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam Map<String, String> fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(STEP)) typed.put(name.substring(STEP.length()), value);
        });
        try {
            return Pages.seeOther(path(key, batches.plan(key, from, to, typed)));
        } catch (Refusal refusal) {
            ModelAndView page = new ModelAndView("migration", HttpStatus.UNPROCESSABLE_CONTENT);
            fill(page.getModel(), key, from, to, versions(key), typed);
            return page.addObject("wrong", wrong(refusal));
        }
    }

    private static String path(String key, String batch) {
        return UriComponentsBuilder.fromPath("/processes/{key}/migration/{batch}")
                .build(key, batch)
                .toString();
    }

    /** Of this process, the last planned first. @param page from 0 */
    @GetMapping("/processes/{key}/migration/batches")
    String list(@PathVariable String key, @RequestParam(defaultValue = "0") int page, Model model) {
        versions(key);
        int at = Math.clamp(page, 0, 100_000);
        List<BatchDesk.Standing> found = batches.all(key, at * PAGE, PAGE + 1);
        model.addAttribute("key", key);
        model.addAttribute("name", names.process(key));
        model.addAttribute("batches", found.subList(0, Math.min(PAGE, found.size())));
        String path = "/processes/" + key + "/migration/batches?page=";
        model.addAttribute("more", found.size() > PAGE ? "more" : null);
        model.addAttribute("next", path + (at + 1));
        model.addAttribute("first", at == 0 ? null : path + 0);
        return "migration-batches";
    }

    /** @param state which of the cases to name; those that do not move when nothing is said */
    @GetMapping("/processes/{key}/migration/{batch}")
    String show(
            @PathVariable String key,
            @PathVariable String batch,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        shown(model.asMap(), key, batch, state, after);
        return "migration-batch";
    }

    private void shown(Map<String, Object> model, String key, String id, @Nullable CaseState state, String after) {
        BatchDesk.Standing standing = batches.find(key, id);
        model.put("standing", standing);
        model.put("name", names.process(standing.batch().process()));
        model.put("batch", standing.batch());
        model.put("counts", standing.counts());
        CaseState named = state == null ? first(standing) : state;
        model.put("state", named);
        model.put("states", CaseState.values());
        model.put("portions", PORTIONS);
        List<BatchDesk.Named> found = batches.cases(key, id, named, after.replace("\0", ""), PAGE + 1);
        List<BatchDesk.Named> cases = found.subList(0, Math.min(PAGE, found.size()));
        model.put("cases", cases);
        String path = path(key, id) + "?state=" + named;
        if (found.size() > PAGE) {
            model.put("more", "more");
            model.put("next", path + "&after=" + cases.getLast().petition());
        }
        model.put("first", after.isEmpty() ? null : path);
    }

    /** Whoever does not move comes first. */
    private static CaseState first(BatchDesk.Standing standing) {
        for (CaseState one :
                List.of(CaseState.FAILED, CaseState.REFUSED, CaseState.BLOCKED, CaseState.WENT_ON, CaseState.MOVED))
            if (standing.counts().of(one) > 0) return one;
        return CaseState.READY;
    }

    @GetMapping("/processes/{key}/migration/{batch}/cases.csv")
    void sheet(
            @PathVariable String key,
            @PathVariable String batch,
            @RequestParam(required = false) @Nullable CaseState state,
            HttpServletResponse response)
            throws IOException {
        String id = batches.find(key, batch).batch().id();
        Downloads.csv(response, "migration-" + key);
        try (SheetOut out = SheetOut.to(response.getOutputStream(), ".csv")) {
            out.line(List.of(
                    say.text("migration.code"),
                    say.text("migration.case"),
                    say.text("migration.activity"),
                    say.text("migration.reason")));
            String last = "";
            while (true) {
                List<BatchDesk.Named> page = batches.cases(key, id, state, last, ALL_AT_ONCE);
                if (page.isEmpty()) return;
                for (BatchDesk.Named one : page)
                    out.line(List.of(one.code(), say.word("migration.case", one.state()), one.steps(), detail(one)));
                last = page.getLast().petition();
            }
        }
    }

    private String detail(BatchDesk.Named one) {
        String detail = one.detail();
        if (detail == null) return "";
        if (one.isStuck()) return say.text("migration.stuck");
        return switch (one.state()) {
            case FAILED, REFUSED -> sentences.stuck(detail);
            default -> detail;
        };
    }

    @PostMapping("/processes/{key}/migration/{batch}/start")
    ModelAndView start(
            @PathVariable String key,
            @PathVariable String batch,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable Integer portion) {
        try {
            batches.start(key, batch, note, portion);
            return Pages.seeOther(path(key, batch));
        } catch (Refusal refusal) {
            ModelAndView page = new ModelAndView("migration-batch", HttpStatus.UNPROCESSABLE_CONTENT);
            shown(page.getModel(), key, batch, null, "");
            return page.addObject("note", note).addObject("portion", portion).addObject("wrong", wrong(refusal));
        }
    }

    @PostMapping("/processes/{key}/migration/{batch}/pause")
    ModelAndView pause(@PathVariable String key, @PathVariable String batch, RedirectAttributes next) {
        return turned(key, batch, next, () -> batches.pause(key, batch));
    }

    @PostMapping("/processes/{key}/migration/{batch}/continue")
    ModelAndView resume(@PathVariable String key, @PathVariable String batch, RedirectAttributes next) {
        return turned(key, batch, next, () -> batches.resume(key, batch));
    }

    @PostMapping("/processes/{key}/migration/{batch}/cancel")
    ModelAndView cancel(@PathVariable String key, @PathVariable String batch, RedirectAttributes next) {
        return turned(key, batch, next, () -> batches.cancel(key, batch));
    }

    /** A plan like any other: it shows who goes back before anybody does. */
    @PostMapping("/processes/{key}/migration/{batch}/undo")
    ModelAndView undo(@PathVariable String key, @PathVariable String batch, RedirectAttributes next) {
        try {
            return Pages.seeOther(path(key, batches.planUndo(key, batch)));
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", String.join(" ", wrong(refusal).values()));
            return Pages.seeOther(path(key, batch));
        }
    }

    private ModelAndView turned(String key, String batch, RedirectAttributes next, Runnable turn) {
        try {
            turn.run();
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", String.join(" ", wrong(refusal).values()));
        }
        return Pages.seeOther(path(key, batch));
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return wrong;
    }
}
