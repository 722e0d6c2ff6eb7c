package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.CaseActions.Action;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;

/** One small form for each thing that can be done with a case outside its tasks. */
@Controller
class CaseActionPage {

    private final VisibleCases visible;
    private final CaseFiles files;
    private final CaseActions actions;
    private final ActionQuestions questions;
    private final ActionOrders orders;
    private final Drafts drafts;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    CaseActionPage(
            VisibleCases visible,
            CaseFiles files,
            CaseActions actions,
            ActionQuestions questions,
            ActionOrders orders,
            Drafts drafts,
            ReadingLog readings,
            CurrentActor current,
            Problems problems,
            Words say) {
        this.visible = visible;
        this.files = files;
        this.actions = actions;
        this.questions = questions;
        this.orders = orders;
        this.drafts = drafts;
        this.readings = readings;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/cases/{id}/do/{word}")
    ModelAndView ask(@PathVariable String id, @PathVariable String word) {
        Actor actor = current.get();
        CaseFile file = visible.find(id, actor);
        Action action = offered(word, file, actor);
        readings.note(file.id(), actor, Reading.What.PAGE, null);
        List<Question> asked = questions(action, file, actor);
        return drafts.find(actor.id(), Drafts.Place.ofAction(file.id(), action.word()))
                .map(draft -> page(file, action, filled(asked, draft), HttpStatus.OK, Map.of("keptAt", draft.keptAt())))
                .orElseGet(() -> page(file, action, asked, HttpStatus.OK, Map.of()));
    }

    private static List<Question> filled(List<Question> asked, Draft draft) {
        return asked.stream()
                .map(one -> draft.typed().containsKey(one.name()) || one.type() == FieldType.BOOLEAN
                        ? one.value(draft.typed().get(one.name()))
                        : one)
                .toList();
    }

    @PostMapping("/cases/{id}/do/{word}")
    ModelAndView order(
            @PathVariable String id,
            @PathVariable String word,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Actor actor = current.get();
        CaseFile file = visible.find(id, actor);
        Action action = Action.of(word).orElseThrow(NotFound::new);
        Map<String, String> typed = sent.toSingleValueMap();
        try {
            if (action.grave() && !"true".equals(typed.get("confirm"))) throw unconfirmed();
            if (action == Action.SPLIT) next.addFlashAttribute("parts", orders.split(file, typed, actor));
            else if (action == Action.SECOND_COMPLAINT)
                next.addFlashAttribute("second", orders.second(file, typed, actor));
            else orders.send(action, file, typed, actor);
        } catch (Refusal refusal) {
            return again(file, action, typed, refusal, actor);
        }
        drafts.drop(actor.id(), Drafts.Place.ofAction(file.id(), action.word()));
        next.addFlashAttribute("said", action.word());
        // who named the superior of a head has no more to do with it
        return Pages.seeOther(visible.isThere(file.id(), actor) ? "/cases/" + file.id() : "/");
    }

    private Action offered(String word, CaseFile file, Actor actor) {
        Action action = Action.of(word).orElseThrow(NotFound::new);
        if (!actions.open(file, actor).contains(action)) throw new NotFound();
        return action;
    }

    private List<Question> questions(Action action, CaseFile file, Actor actor) {
        return questions.of(
                action, file, files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new), actor);
    }

    private static Refusal unconfirmed() {
        return Refusal.invalid(List.of(new Refusal.Violation("confirm", "required", "must be confirmed")));
    }

    private ModelAndView again(CaseFile file, Action action, Map<String, String> typed, Refusal refusal, Actor actor) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one ->
                        wrong.putIfAbsent(ActionOrders.inputOf(one.field()), problems.message(one, Words.locale())));
        List<Question> asked = questions(action, file, actor).stream()
                .map(one -> one.value(typed.get(one.name())).error(wrong.get(one.name())))
                .toList();
        Map<String, Object> more = new LinkedHashMap<>();
        if (refusal.violations().isEmpty()) more.put("refused", problems.message(refusal.reason(), Words.locale()));
        if (wrong.containsKey("confirm")) more.put("unconfirmed", wrong.get("confirm"));
        return page(file, action, asked, HttpStatus.UNPROCESSABLE_CONTENT, more);
    }

    private ModelAndView page(
            CaseFile file, Action action, List<Question> asked, HttpStatus status, Map<String, Object> more) {
        return new ModelAndView("action", more, status)
                .addObject("file", file)
                .addObject("action", action)
                .addObject("title", say.text("action." + action.word()))
                .addObject("questions", asked)
                .addObject("errors", Wrong.in(asked));
    }
}
