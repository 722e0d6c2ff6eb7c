package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reception.CorrectionDesk;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.reception.RepeatDesk;
import vn.caunoi.api.reception.VisitActions;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits;
import vn.caunoi.projections.rota.Rota;

/** A visit or call: how it is entered, how it ends, and the statement to be signed. */
@Controller
class VisitPage {

    private final ReceptionDesk desk;
    private final VisitActions actions;
    private final CorrectionDesk corrections;
    private final RepeatDesk repeats;
    private final Rota rota;
    private final FileDesk files;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    VisitPage(
            ReceptionDesk desk,
            VisitActions actions,
            CorrectionDesk corrections,
            RepeatDesk repeats,
            Rota rota,
            FileDesk files,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems) {
        this.desk = desk;
        this.actions = actions;
        this.corrections = corrections;
        this.repeats = repeats;
        this.rota = rota;
        this.files = files;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/reception/new")
    String empty(@RequestParam(required = false) @Nullable String sitting, Model model) {
        Actor actor = deskActor();
        model.addAttribute("form", VisitForm.empty(say, units(actor), sittings(actor), Lists.blankToNull(sitting)));
        return "visit-new";
    }

    @PostMapping("/reception/new")
    ModelAndView record(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = deskActor();
        VisitForm form = VisitForm.of(sent, say, units(actor), sittings(actor));
        String more = sent.getFirst("more");
        if (more != null) return page(form.oneMore(more), HttpStatus.OK);
        String less = sent.getFirst("less");
        if (less != null) return page(form.oneLess(less), HttpStatus.OK);
        try {
            VisitId visit = desk.record(VisitFormInput.of(form), actor, seed(sent, actor));
            next.addFlashAttribute("said", "visit");
            return Pages.seeOther("/reception/" + visit);
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) throw refusal;
            return page(form.wrong(messages(refusal)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The same form sent twice is one visit; another sender or another text is another. */
    private static String seed(MultiValueMap<String, String> sent, Actor actor) {
        Map<String, String> typed = new TreeMap<>(sent.toSingleValueMap());
        typed.remove("_csrf");
        return "visit " + UUID.nameUUIDFromBytes((actor.id() + "\0" + typed).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/reception/{id}")
    String visit(@PathVariable String id, Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        fill(model.asMap(), desk.look(id, Reading.What.PAGE, actor), actor, Map.of(), Map.of());
        return "visit";
    }

    private void fill(
            Map<String, Object> model,
            Visits.Entry visit,
            Actor actor,
            Map<String, String> typed,
            Map<String, String> wrong) {
        model.put("visit", visit);
        model.put("mayAct", ReceptionDesk.receives(actor) && actor.covers(visit.unit()));
        model.put("mayRead", !visit.sealed() || visit.receiver().equals(actor.id()));
        desk.signedOf(visit, actor).ifPresent(file -> model.put("signed", file));
        model.put("corrections", corrections.corrections(visit, actor));
        model.put("earlier", repeats.before(visit, actor));
        model.put("matter", repeats.matter(visit, actor));
        model.put("mayAudit", Site.mayAudit(actor));
        model.put("ask", new VisitQuestions(say, typed, wrong));
    }

    @GetMapping("/reception/{id}/statement")
    String statement(@PathVariable String id, Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        model.addAttribute("visit", desk.find(id, actor)).addAttribute("told", desk.statement(id, actor));
        return "visit-statement";
    }

    @PostMapping("/reception/{id}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes next)
            throws IOException {
        Actor actor = deskActor();
        Visits.Entry visit = desk.find(id, actor);
        try {
            actions.act(id, what, given(what, sent, kept(scan, actor)), actor);
            next.addFlashAttribute("said", "visit." + what);
            return Pages.seeOther(sent.containsKey("from-inbox") ? "/inbox" : "/reception/" + id);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            messages(refusal).forEach((field, message) -> wrong.put(what + "." + field, message));
            fill(model, visit, actor, sent.toSingleValueMap(), wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("visit", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private @Nullable String kept(@Nullable MultipartFile scan, Actor actor) throws IOException {
        if (scan == null || scan.isEmpty()) return null;
        try (InputStream content = scan.getInputStream()) {
            return files.take(content, Objects.requireNonNullElse(scan.getOriginalFilename(), "scan"), actor)
                    .id();
        }
    }

    private static VisitActions.Given given(String what, MultiValueMap<String, String> sent, @Nullable String file) {
        Function<String, @Nullable String> typed = field -> sent.getFirst(what + "." + field);
        Input check = new Input();
        LocalDate until = VisitFormInput.parsed(check, "until", typed.apply("until"), LocalDate::parse);
        Instant again = VisitFormInput.parsed(check, "again", typed.apply("again"), VisitFormInput::moment);
        check.mustBeValid();
        List<String> papers = sent.getOrDefault(what + ".papers", List.of());
        Set<Integer> numbers = papers.stream()
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
        String reached = typed.apply("reached");
        return new VisitActions.Given(
                typed.apply("text"),
                typed.apply("ground"),
                typed.apply("petition"),
                until,
                reached == null ? null : Boolean.valueOf(reached),
                typed.apply("result"),
                numbers,
                file,
                again,
                typed.apply("visit"));
    }

    private Actor deskActor() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private List<Choice> units(Actor actor) {
        return names.units(actor.covers());
    }

    /** Days of leaders that a visit may have been part of: the last two weeks. */
    private List<Choice> sittings(Actor actor) {
        LocalDate today = say.today();
        var days = rota.days(
                new Rota.Filter(null, null, today.minusDays(14), today, null), Visibility.of(actor), null, 50);
        return days.items().reversed().stream()
                .filter(day -> day.state() != Rota.State.CANCELLED)
                .map(day -> new Choice(day.id().value(), say.day(day.day()) + ", " + names.officer(day.leader())))
                .toList();
    }

    private static ModelAndView page(VisitForm form, HttpStatus status) {
        return new ModelAndView("visit-new", Map.of("form", form), status);
    }

    private Map<String, String> messages(Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations().forEach(one -> messages.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return messages;
    }
}
