package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.designer.ModelDraft;
import vn.caunoi.api.designer.Outside;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.designer.Tried;
import vn.caunoi.api.designer.TryDesk;
import vn.caunoi.api.letter.FormDesk;
import vn.caunoi.api.officer.FormView;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.driver.TryOut;

/** A designer plays a made-up case through a draft: every role, every form, letters and clock, and nothing leaves the page. */
@Controller
class TryPages {

    private static final String AT = "/studio/{id}/try";
    private static final List<Channel> CHANNELS = List.of(
            Channel.DESK,
            Channel.POST,
            Channel.ONLINE,
            Channel.PORTAL,
            Channel.FORWARDED,
            Channel.EMAIL,
            Channel.HOTLINE);

    private final TryDesk desk;
    private final StudioDesk studio;
    private final TryView view;
    private final FormDesk letters;
    private final Problems problems;
    private final Words say;

    TryPages(TryDesk desk, StudioDesk studio, TryView view, FormDesk letters, Problems problems, Words say) {
        this.desk = desk;
        this.studio = studio;
        this.view = view;
        this.letters = letters;
        this.problems = problems;
        this.say = say;
    }

    /** @param task the open task that is worked on */
    @GetMapping(AT)
    ModelAndView show(@PathVariable String id, @RequestParam(required = false) @Nullable String task) {
        return page(id, task, HttpStatus.OK);
    }

    private ModelAndView page(String id, @Nullable String task, HttpStatus status) {
        ModelDraft draft = studio.find(id);
        ModelAndView page = new ModelAndView("studio-try", status);
        page.addObject("draft", draft);
        Tried tried = desk.find(id).orElse(null);
        if (tried == null) {
            page.addObject("kinds", desk.kinds(id))
                    .addObject("channels", CHANNELS)
                    .addObject("units", desk.units());
            return page;
        }
        view.fill(page.getModel(), tried);
        page.addObject("stale", tried.revision() != draft.revision());
        page.addObject("kinds", Kind.values());
        TryOut.Work work = task == null ? null : desk.work(tried, task).orElse(null);
        if (work != null) {
            FormView form = desk.form(tried, work, Words.locale());
            page.addObject("work", work)
                    .addObject("workName", view.name(tried, work))
                    .addObject("form", TaskForm.known(form, proposed(form, tried)));
        }
        return page;
    }

    /** So that only the outcome has to be chosen: something that passes in every field. */
    private Map<String, String> proposed(FormView form, Tried tried) {
        Map<String, String> values = new HashMap<>();
        form.outcomes().forEach(way -> way.fields().forEach(field -> {
            String value = proposed(field, tried);
            if (value != null && field.required()) values.putIfAbsent(field.id(), value);
        }));
        return values;
    }

    private @Nullable String proposed(FormView.Ask field, Tried tried) {
        LocalDate today = desk.today(tried);
        return switch (field.type()) {
            case DATE -> within(today, field).toString();
            case DATETIME -> ahead(tried.out().state().now().atZone(DueDate.ZONE));
            case INTEGER -> field.min() == null ? "1" : field.min().toString();
            case BOOLEAN, FILE -> null;
            case TEXT, LONGTEXT -> say.text("try.typed");
            default ->
                field.options() == null || field.options().isEmpty()
                        ? null
                        : field.options().getFirst().id();
        };
    }

    private static LocalDate within(LocalDate today, FormView.Ask field) {
        LocalDate day = today;
        if (field.min() != null && day.isBefore(LocalDate.parse(field.min().toString())))
            day = LocalDate.parse(field.min().toString());
        if (field.max() != null && day.isAfter(LocalDate.parse(field.max().toString())))
            day = LocalDate.parse(field.max().toString());
        return day;
    }

    private static String ahead(ZonedDateTime now) {
        return now.plusDays(1).toLocalDateTime().toString().substring(0, "2026-11-18T09:00".length());
    }

    @PostMapping(AT)
    ModelAndView begin(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean anonymous,
            @RequestParam(defaultValue = "false") boolean secondRound) {
        var wanted = new TryDesk.Wanted(kind, channel, category, unit, anonymous, secondRound);
        try {
            TryDesk.Begun begun = desk.begin(id, wanted, Words.locale());
            if (begun.problems().isEmpty()) return there(id);
            return page(id, null, HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("problems", begun.problems())
                    .addObject("wanted", wanted);
        } catch (Refusal refusal) {
            ModelAndView page = page(id, null, HttpStatus.UNPROCESSABLE_CONTENT).addObject("wanted", wanted);
            return told(page, refusal, "");
        }
    }

    @PostMapping(AT + "/tasks/{task}")
    ModelAndView complete(
            @PathVariable String id,
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Tried tried = desk.find(id).orElse(null);
        if (tried == null) return gone(id, next);
        TryOut.Work work = desk.work(tried, task).orElse(null);
        if (work == null) return there(id);
        Map<String, String> typed = sent.toSingleValueMap();
        String outcome = typed.getOrDefault("outcome", "");
        FormView form = desk.form(tried, work, Words.locale());
        try {
            desk.complete(tried, work, outcome, TaskForm.data(form, outcome, typed));
            return there(id);
        } catch (Refusal refusal) {
            ModelAndView page = page(id, task, HttpStatus.UNPROCESSABLE_CONTENT);
            told(page, refusal, "data.");
            return page.addObject("form", TaskForm.typed(form, typed, wrong(refusal, "data.")));
        }
    }

    @PostMapping(AT + "/outside")
    ModelAndView happen(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Outside what,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "0") int days,
            @RequestParam(required = false) @Nullable Kind kind,
            RedirectAttributes next) {
        if (desk.find(id).isEmpty()) return gone(id, next);
        try {
            if (what == null) throw Input.refusal("what", "required", "must be given");
            desk.happen(id, what, new Outside.With(reason, stage, days, kind));
            return there(id);
        } catch (Refusal refusal) {
            return told(page(id, null, HttpStatus.UNPROCESSABLE_CONTENT), refusal, "");
        }
    }

    /** @param days none: until something falls due */
    @PostMapping(AT + "/time")
    ModelAndView pass(
            @PathVariable String id, @RequestParam(required = false) @Nullable Integer days, RedirectAttributes next) {
        if (desk.find(id).isEmpty()) return gone(id, next);
        try {
            boolean all = days == null ? desk.waitForNext(id) : desk.wait(id, days);
            if (!all) next.addFlashAttribute("refused", say.text(days == null ? "try.nothing" : "try.much"));
            return there(id);
        } catch (Refusal refusal) {
            return told(page(id, null, HttpStatus.UNPROCESSABLE_CONTENT), refusal, "");
        }
    }

    @PostMapping(AT + "/back")
    ModelAndView back(@PathVariable String id, RedirectAttributes next) {
        if (desk.find(id).isEmpty()) return gone(id, next);
        desk.back(id);
        return there(id);
    }

    @PostMapping(AT + "/again")
    ModelAndView again(@PathVariable String id, RedirectAttributes next) {
        if (desk.find(id).isEmpty()) return gone(id, next);
        desk.again(id);
        return there(id);
    }

    @PostMapping(AT + "/end")
    ModelAndView end(@PathVariable String id, RedirectAttributes next) {
        if (desk.find(id).isEmpty()) return gone(id, next);
        desk.end(id);
        return there(id);
    }

    /** It is in the memory of one node, and only for a time. */
    private ModelAndView gone(String id, RedirectAttributes next) {
        next.addFlashAttribute("refused", say.text("try.gone"));
        return there(id);
    }

    /** The drawing that the case follows, whatever was drawn since. */
    @GetMapping(path = AT + "/xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> xml(@PathVariable String id) {
        Tried tried = desk.find(id).orElseThrow(NotFound::new);
        return ResponseEntity.ok().body(tried.xml().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping(AT + "/letters/{form}")
    ResponseEntity<byte[]> letter(@PathVariable String id, @PathVariable String form) {
        Tried tried = desk.find(id).orElseThrow(NotFound::new);
        byte[] content =
                letters.samplePdf(view.letter(tried, form.replace("\0", "")).orElseThrow(NotFound::new));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("letter.pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PDF)
                .body(content);
    }

    private ModelAndView there(String id) {
        return Pages.seeOther("/studio/" + studio.find(id).id() + "/try");
    }

    private ModelAndView told(ModelAndView page, Refusal refusal, String prefix) {
        Map<String, String> wrong = wrong(refusal, prefix);
        page.addObject("wrong", wrong);
        if (wrong.isEmpty()) page.addObject("refused", problems.message(refusal.reason(), Words.locale()));
        return page;
    }

    private Map<String, String> wrong(Refusal refusal, String prefix) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> wrong.putIfAbsent(
                        one.field().startsWith(prefix) ? one.field().substring(prefix.length()) : one.field(),
                        Objects.requireNonNull(problems.message(one, Words.locale()))));
        return wrong;
    }
}
