package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.caunoi.api.audit.AuditRun;
import vn.caunoi.api.audit.AuditRun.Draw;
import vn.caunoi.api.audit.AuditRun.Selection;
import vn.caunoi.api.audit.AuditRuns;
import vn.caunoi.api.audit.AuditRuns.Found;
import vn.caunoi.api.audit.AuditTeam;
import vn.caunoi.api.audit.CaseBundle;
import vn.caunoi.api.audit.RedFlag;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/** Inspectors ask what to look at twice, draw samples, and take along what they need elsewhere. */
@Controller
class AuditPages {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ROWS = 200;
    private static final int RUNS = 30;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int NOTES = 1_000;

    /** A case that was found, as it is shown. */
    record Shown(Found found, List<Because> because) {}

    /** A flag with the sentence on which it rests. @param others the cases beside which it shows and that the reader sees */
    record Because(RedFlag flag, String said, List<RedFlag.Other> others) {}

    private final AuditRuns runs;
    private final AuditTeam team;
    private final CaseBundle bundle;
    private final CaseFiles files;
    private final VisibleCases visible;
    private final Story story;
    private final WholeFilePage printed;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final ITemplateEngine templates;

    AuditPages(
            AuditRuns runs,
            AuditTeam team,
            CaseBundle bundle,
            CaseFiles files,
            VisibleCases visible,
            Story story,
            WholeFilePage printed,
            CurrentActor current,
            Names names,
            Words say,
            ITemplateEngine templates) {
        this.runs = runs;
        this.team = team;
        this.bundle = bundle;
        this.files = files;
        this.visible = visible;
        this.story = story;
        this.printed = printed;
        this.current = current;
        this.names = names;
        this.say = say;
        this.templates = templates;
    }

    @GetMapping("/audit")
    String ask(@RequestParam(required = false) @Nullable String cursor, Model model) {
        Actor actor = supervisor();
        String after = Lists.cursor(cursor);
        Page<AuditRun> page = runs.of(actor, after, RUNS);
        model.addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("kinds", Kind.values())
                .addAttribute("flags", RedFlag.values())
                .addAttribute("seed", HexFormat.of().formatHex(RANDOM.generateSeed(4)))
                .addAttribute("runs", page)
                .addAttribute("first", after == null ? null : "/audit")
                .addAttribute("next", page.next() == null ? null : "/audit?cursor=" + page.next());
        return "audit";
    }

    /** @param size of a sample; left out, flags are raised for all of the selection */
    @PostMapping("/audit")
    ModelAndView start(
            @ModelAttribute("asked") SearchInput asked,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(defaultValue = "false") boolean each,
            @RequestParam(defaultValue = "") String seed) {
        Actor actor = supervisor();
        Draw draw = size == null ? null : new Draw(size, each, seed.strip());
        CaseFiles.Filter filter = asked.filter(actor);
        var selection = new Selection(filter.unit(), filter.kind(), filter.from(), filter.to());
        return Pages.seeOther("/audit/" + runs.start(selection, draw, actor));
    }

    @GetMapping("/audit/{id}")
    String show(@PathVariable String id, @RequestParam(required = false) @Nullable RedFlag flag, Model model) {
        Actor actor = supervisor();
        AuditRun run = run(id);
        AuditRuns.Counts counts = runs.counts(run, actor);
        List<AuditTeam.Note> notes = team.notes(run, null, actor, NOTES);
        model.addAttribute("run", run)
                .addAttribute("flag", flag)
                .addAttribute("flags", RedFlag.values())
                .addAttribute("counts", counts)
                .addAttribute("many", flag == null ? counts.cases() : counts.of(flag))
                .addAttribute("members", team.members(run))
                .addAttribute("notes", notes.size())
                .addAttribute("noted", noted(notes))
                .addAttribute(
                        "found",
                        runs.found(run, flag, actor, ROWS).stream()
                                .map(one -> shown(one, actor))
                                .toList());
        return "audit-run";
    }

    /** How many notes there are about each case. */
    private static Map<String, Long> noted(List<AuditTeam.Note> notes) {
        return notes.stream()
                .flatMap(note -> Stream.ofNullable(note.code()))
                .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    }

    @GetMapping("/audit/{id}/cases.csv")
    void sheet(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable RedFlag flag,
            HttpServletResponse response)
            throws IOException {
        Actor actor = supervisor();
        AuditRun run = run(id);
        attached(response, "text/csv;charset=UTF-8", "audit.csv");
        try (SheetOut out = SheetOut.to(response.getOutputStream(), ".csv")) {
            out.line(List.of(
                    say.text("col.case"), say.text("col.unit"), say.text("col.received"), say.text("audit.flags")));
            for (Found one : runs.found(run, flag, actor, ALL)) {
                out.line(List.of(
                        one.code(),
                        names.unit(one.unit()),
                        say.moment(one.receivedAt()),
                        String.join(
                                "; ",
                                one.flags().stream()
                                        .map(raised -> saidWhole(raised, actor))
                                        .toList())));
            }
        }
    }

    /** All cases of a sample in one archive. */
    @GetMapping("/audit/{id}/bundle.zip")
    void bundleOf(@PathVariable String id, HttpServletResponse response) throws IOException {
        AuditRun run = run(id);
        if (run.draw() == null || !run.over()) throw new NotFound();
        Actor actor = supervisor();
        List<CaseFile> cases = runs.found(run, null, actor, ALL).stream()
                .filter(one -> visible.isThere(one.id(), actor))
                .map(one -> bundle.find(one.id().value(), actor))
                .toList();
        attached(response, "application/zip", "sample.zip");
        bundle.write(run, cases, actor, file -> readable(file, actor), response.getOutputStream());
    }

    @GetMapping("/cases/{id}/bundle.zip")
    void bundle(@PathVariable String id, HttpServletResponse response) throws IOException {
        Actor actor = supervisor();
        CaseFile file = bundle.find(id, actor);
        attached(response, "application/zip", file.code() + ".zip");
        bundle.write(null, List.of(file), actor, one -> readable(one, actor), response.getOutputStream());
    }

    /** When it happened beside when it was recorded, event by event. */
    @GetMapping("/cases/{id}/moments-of-record")
    String moments(@PathVariable String id, Model model) {
        Actor actor = supervisor();
        CaseFile file = visible.find(id, actor);
        model.addAttribute("file", file)
                .addAttribute(
                        "story",
                        story.of(files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new))
                                .reversed());
        return "recorded";
    }

    private Shown shown(Found found, Actor actor) {
        return new Shown(
                found,
                found.flags().stream()
                        .map(raised -> new Because(raised.flag(), said(raised), others(raised, actor)))
                        .toList());
    }

    private List<RedFlag.Other> others(RedFlag.Raised raised, Actor actor) {
        return raised.others().stream()
                .filter(other -> visible.isThere(other.id(), actor))
                .toList();
    }

    private String said(RedFlag.Raised raised) {
        if (raised.flag() != RedFlag.NUMBERS_SKIPPED)
            return say.text("audit.because." + raised.flag(), say.moment(raised.at()));
        List<String> with = raised.with();
        String skipped = say.text(
                "audit.because.NUMBERS_SKIPPED", with.get(0), names.unit(new UnitId(with.get(1))), with.get(2));
        String by = with.get(3);
        return by.isEmpty()
                ? skipped
                : skipped + " "
                        + say.text("audit.because.turned", say.moment(raised.at()), names.officer(new OfficerId(by)));
    }

    /** The same with the codes of the other cases, for a line of a sheet. */
    private String saidWhole(RedFlag.Raised raised, Actor actor) {
        String codes = String.join(
                ", ", others(raised, actor).stream().map(RedFlag.Other::code).toList());
        return codes.isEmpty() ? said(raised) : said(raised) + " " + codes;
    }

    private Map<String, byte[]> readable(CaseFile file, Actor actor) {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        pages.put("index.html", index(file, actor));
        pages.putAll(printed.parts(file, actor));
        return pages;
    }

    private byte[] index(CaseFile file, Actor actor) {
        Context context = new Context(Words.locale());
        context.setVariable("file", file);
        context.setVariable("say", say);
        context.setVariable("names", names);
        context.setVariable(
                "story",
                story.of(files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new))
                        .reversed());
        return templates.process("bundle", context).getBytes(StandardCharsets.UTF_8);
    }

    private AuditRun run(String id) {
        return runs.find(id, supervisor()).orElseThrow(NotFound::new);
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private static void attached(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
