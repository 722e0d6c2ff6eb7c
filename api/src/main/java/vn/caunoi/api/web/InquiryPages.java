package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.inquiry.Inquiry;
import vn.caunoi.api.inquiry.InquiryDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;

/** What inspectors ask units about cases, and what these answer. */
@Controller
class InquiryPages {

    private static final int MOST_OPEN = 200;
    private static final int ROWS = 30;
    private static final String PAGE = "/audit/questions";

    private final InquiryDesk desk;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    InquiryPages(InquiryDesk desk, CurrentActor current, Problems problems, Words say) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping(PAGE)
    String list(
            @RequestParam(name = "case", required = false) @Nullable String about,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = reader();
        String code = Lists.text("case", about);
        fill(model, actor, Lists.cursor(cursor), code == null ? Map.of() : Map.of("case", code), Map.of());
        return "questions";
    }

    @PostMapping(PAGE)
    ModelAndView ask(@RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.INSPECTOR);
        try {
            desk.ask(sent.getOrDefault("case", ""), day(sent.get("replyBy")), sent.get("question"), actor);
        } catch (Refusal refusal) {
            return again(actor, sent, refusal, "");
        }
        next.addFlashAttribute("said", "question-asked");
        return Pages.seeOther(PAGE);
    }

    @PostMapping(PAGE + "/{id}/answer")
    ModelAndView answer(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        try {
            desk.answer(id.indexOf('\0') >= 0 ? "" : id, sent.get("answer"), actor);
        } catch (Refusal refusal) {
            return again(actor, sent, refusal, id);
        }
        next.addFlashAttribute("said", "question-answered");
        return Pages.seeOther(Pages.within(sent.getOrDefault("back", PAGE)));
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    /** @param answered the question whose answer was refused; empty when it was a new one */
    private ModelAndView again(Actor actor, Map<String, String> sent, Refusal refusal, String answered) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) throw refusal;
        Model model = new ExtendedModelMap();
        fill(model, actor, null, sent, wrong);
        model.addAttribute("answered", answered);
        return new ModelAndView("questions", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(
            Model model, Actor actor, @Nullable String cursor, Map<String, String> typed, Map<String, String> wrong) {
        Page<Inquiry> done = desk.answered(actor, cursor, ROWS);
        List<Inquiry> open = desk.open(actor, MOST_OPEN);
        model.addAttribute("open", open)
                .addAttribute("done", done)
                .addAttribute("today", say.today())
                .addAttribute("asks", actor.is(Role.INSPECTOR))
                .addAttribute("answerable", answerable(open, actor))
                .addAttribute("typed", typed)
                .addAttribute("wrong", wrong)
                .addAttribute("first", cursor == null ? null : PAGE)
                .addAttribute("next", done.next() == null ? null : address(done.next()));
    }

    /** Ids of those that somebody may answer; what was erased is answered no more. */
    static List<String> answerable(List<Inquiry> asked, Actor actor) {
        return asked.stream()
                .filter(one -> one.question() != null && InquiryDesk.mayAnswer(one, actor))
                .map(Inquiry::id)
                .toList();
    }

    private static String address(String cursor) {
        return UriComponentsBuilder.fromPath(PAGE)
                .queryParam("cursor", cursor)
                .encode()
                .toUriString();
    }

    /** Null where none was typed, or none that is a day. */
    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException none) {
            return null;
        }
    }
}
