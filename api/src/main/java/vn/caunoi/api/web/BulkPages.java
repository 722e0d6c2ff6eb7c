package vn.caunoi.api.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.bulk.BulkAct;
import vn.caunoi.api.bulk.BulkResult;
import vn.caunoi.api.bulk.CaseBulk;
import vn.caunoi.api.inquiry.InquiryDesk;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.HeadDesk;
import vn.caunoi.api.officer.UrgingDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * What supervisors do with the cases they chose on a board. The page says how many there are and what will happen before
 * it does; then each case answers for itself.
 */
@Controller
class BulkPages {

    private static final String HOME = "/overdue";

    private final CaseBulk bulk;
    private final BulkQuestions questions;
    private final InquiryDesk inquiries;
    private final UrgingDesk urging;
    private final HeadDesk head;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;
    private final Clock clock;

    BulkPages(
            CaseBulk bulk,
            BulkQuestions questions,
            InquiryDesk inquiries,
            UrgingDesk urging,
            HeadDesk head,
            CurrentActor current,
            Problems problems,
            Words say,
            Clock clock) {
        this.bulk = bulk;
        this.questions = questions;
        this.inquiries = inquiries;
        this.urging = urging;
        this.head = head;
        this.current = current;
        this.problems = problems;
        this.say = say;
        this.clock = clock;
    }

    /** Asks once more; nothing is done yet. */
    @PostMapping("/cases/chosen")
    ModelAndView ask(
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(name = "case", required = false) @Nullable List<String> ids,
            @RequestParam(defaultValue = HOME) String back,
            RedirectAttributes next) {
        Actor actor = supervisor();
        BulkAct act = act(what, actor);
        String to = Pages.within(back);
        List<String> chosen = ids == null ? List.of() : ids.stream().distinct().toList();
        if (chosen.isEmpty() || chosen.size() > CaseBulk.MOST) {
            next.addFlashAttribute(
                    "refused", say.text(chosen.isEmpty() ? "bulk.choose" : "bulk.too-many", CaseBulk.MOST));
            return Pages.seeOther(to);
        }
        String form = UUID.randomUUID().toString();
        return page(act, form, bulk.chosen(chosen, actor), to, Map.of(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/cases/chosen/{what}")
    ModelAndView send(
            @PathVariable String what,
            @RequestParam(name = "case", required = false) @Nullable List<String> ids,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Actor actor = supervisor();
        BulkAct act = act(what, actor);
        List<String> chosen = ids == null ? List.of() : ids;
        Map<String, String> typed = sent.toSingleValueMap();
        String to = Pages.within(typed.getOrDefault("back", HOME));
        try {
            List<Violation> wrong = wrong(act, typed);
            if (!wrong.isEmpty()) throw Refusal.invalid(wrong);
            List<BulkResult> results =
                    bulk.each(typed.getOrDefault("form", ""), chosen, order(act, typed, actor), actor, Words.locale());
            next.addFlashAttribute("caseResults", new ArrayList<>(results));
        } catch (Refusal refusal) {
            boolean unknown =
                    refusal.violations().stream().anyMatch(one -> one.field().equals("form"));
            String fresh = UUID.randomUUID().toString();
            String form = unknown ? fresh : typed.getOrDefault("form", fresh);
            return page(
                    act,
                    form,
                    bulk.chosen(chosen, actor),
                    to,
                    typed,
                    refusal.violations(),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Pages.seeOther(to);
    }

    private Consumer<String> order(BulkAct act, Map<String, String> all, Actor by) {
        Function<String, @Nullable String> typed = name -> Lists.blankToNull(all.get(name));
        String reason = typed.apply("reason");
        return switch (act) {
            case EXPLAIN -> {
                LocalDate day = ActionOrders.day("replyBy", typed);
                yield id -> inquiries.askForExplanation(id, day, typed.apply("question"), by);
            }
            case URGE -> {
                LocalDate day = ActionOrders.day("replyBy", typed);
                yield id -> urging.urge(id, new CaseInput.Urge(typed.apply("text"), day), by);
            }
            case REASSIGN -> id -> head.reassign(id, new CaseInput.Reassign(null, typed.apply("officer"), reason), by);
            case EXTEND -> {
                Integer amount = ActionOrders.number("amount", typed);
                yield id -> head.extend(id, new CaseInput.Extend(null, amount, typed.apply("unit"), reason, null), by);
            }
        };
    }

    /** What would be wrong with every case is said at once, and nothing is done. */
    private List<Violation> wrong(BulkAct act, Map<String, String> all) {
        Function<String, @Nullable String> typed = name -> Lists.blankToNull(all.get(name));
        List<Violation> wrong = new ArrayList<>();
        questions.of(act, List.of()).stream()
                .filter(one -> one.required() && typed.apply(one.name()) == null)
                .forEach(one -> wrong.add(new Violation(one.name(), "required", "must be given")));
        LocalDate day = ActionOrders.day("replyBy", typed);
        if (day != null && day.isBefore(DueDate.dayOf(clock.instant())))
            wrong.add(new Violation("replyBy", "out-of-bounds", "is a day from today on"));
        Integer amount = ActionOrders.number("amount", typed);
        if (amount != null && amount < 1) wrong.add(new Violation("amount", "out-of-bounds", "is at least 1"));
        return wrong;
    }

    private ModelAndView page(
            BulkAct act,
            String form,
            List<CaseFile> files,
            String back,
            Map<String, String> typed,
            List<Violation> violations,
            HttpStatus status) {
        Map<String, String> wrong = new LinkedHashMap<>();
        violations.forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        List<Question> asked = questions.of(act, files).stream()
                .map(one ->
                        typed.isEmpty() ? one : one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
        return new ModelAndView("bulk", Map.of("files", files, "questions", asked), status)
                .addObject("act", act.word())
                .addObject("form", form)
                .addObject("back", back)
                .addObject(
                        "left", files.stream().filter(file -> !fits(act, file)).toList())
                .addObject("refused", refused(files, wrong))
                .addObject("errors", Wrong.in(asked));
    }

    private @Nullable String refused(List<CaseFile> files, Map<String, String> wrong) {
        if (files.isEmpty()) return say.text("bulk.none");
        return wrong.containsKey("case") ? wrong.get("case") : wrong.get("form");
    }

    /** Whether it may be done with a case as far as can be told before. */
    private boolean fits(BulkAct act, CaseFile file) {
        if (file.status() == Status.CLOSED) return false;
        return act != BulkAct.EXPLAIN || file.overdue(clock.instant());
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private BulkAct act(String word, Actor actor) {
        return BulkAct.of(word).filter(act -> act.isFor(actor)).orElseThrow(NotFound::new);
    }
}
