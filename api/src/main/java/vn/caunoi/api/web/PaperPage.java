package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.officer.PaperDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.PaperKind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFile;

/** The form by which a paper that came by post, for example, is put into a case. */
@Controller
class PaperPage {

    private final VisibleCases visible;
    private final PaperDesk desk;
    private final FileDesk files;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    PaperPage(
            VisibleCases visible,
            PaperDesk desk,
            FileDesk files,
            ReadingLog readings,
            CurrentActor current,
            Words say,
            Problems problems) {
        this.visible = visible;
        this.desk = desk;
        this.files = files;
        this.readings = readings;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/cases/{id}/papers/new")
    ModelAndView empty(@PathVariable String id) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        CaseFile file = visible.find(id, actor);
        if (!actor.covers(file.unit())) throw new NotFound();
        readings.note(file.id(), actor, Reading.What.PAGE, null);
        return page(file, Map.of("receivedOn", say.today().toString()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/cases/{id}/papers/new")
    ModelAndView add(
            @PathVariable String id,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes next)
            throws IOException {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        CaseFile file = visible.find(id, actor);
        try {
            desk.add(id, given(file, sent, scan, actor), actor);
        } catch (Refusal refusal) {
            return again(file, sent, refusal);
        }
        next.addFlashAttribute("said", "paper");
        return Pages.seeOther("/cases/" + file.id() + "#documents");
    }

    /** The scan is taken in last: one of a form that is not right would lie about. */
    private PaperDesk.Given given(CaseFile file, Map<String, String> sent, @Nullable MultipartFile scan, Actor actor)
            throws IOException {
        Input check = new Input();
        LocalDate day = day(sent.get("receivedOn"), check);
        check.required("kind", sent.get("kind"), 100);
        check.required("sender", sent.get("sender"), 500);
        if (file.status() == Status.CLOSED) check.required("reason", sent.get("reason"), 2_000);
        if (scan == null || scan.isEmpty()) check.wrong("file", "required", "must be given");
        check.mustBeValid();
        String kept = kept(Objects.requireNonNull(scan), actor);
        return new PaperDesk.Given(kept, sent.get("kind"), day, sent.get("sender"), sent.get("reason"));
    }

    private static @Nullable LocalDate day(@Nullable String text, Input check) {
        try {
            return text == null || text.isBlank() ? check.present("receivedOn", null) : LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            check.wrong("receivedOn", "malformed", "is not a day");
            return null;
        }
    }

    private String kept(MultipartFile scan, Actor actor) throws IOException {
        try (InputStream content = scan.getInputStream()) {
            return files.take(content, Objects.requireNonNullElse(scan.getOriginalFilename(), "scan"), actor)
                    .id();
        }
    }

    private ModelAndView again(CaseFile file, Map<String, String> sent, Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        ModelAndView page = page(file, sent, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        if (wrong.isEmpty()) page.addObject("refused", problems.message(refusal.reason(), Words.locale()));
        return page;
    }

    private ModelAndView page(CaseFile file, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        List<Question> questions = questions(file, typed, wrong);
        return new ModelAndView("paper", new LinkedHashMap<>(), status)
                .addObject("file", file)
                .addObject("questions", questions)
                .addObject("wrong", wrong)
                .addObject("errors", Wrong.in(questions));
    }

    private List<Question> questions(CaseFile file, Map<String, String> typed, Map<String, String> wrong) {
        List<Choice> kinds = Arrays.stream(PaperKind.values())
                .map(kind -> new Choice(kind.name(), say.word("paper.kind", kind)))
                .toList();
        List<Question> all = new java.util.ArrayList<>(List.of(
                Question.of("kind", say.text("paper.kind"), FieldType.CHOICE, true, null)
                        .choices(kinds),
                Question.of("receivedOn", say.text("paper.receivedOn"), FieldType.DATE, true, null)
                        .bounds(null, say.today().toString()),
                Question.of("sender", say.text("paper.sender"), FieldType.TEXT, true, null)
                        .bounds(null, "500")));
        if (file.status() == Status.CLOSED)
            all.add(Question.of("reason", say.text("paper.reason"), FieldType.LONGTEXT, true, null)
                    .bounds(null, "2000")
                    .hint(say.text("paper.reason.hint")));
        return all.stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
    }
}
