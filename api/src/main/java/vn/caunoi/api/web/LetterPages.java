package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
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
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.letter.LetterDesk;
import vn.caunoi.api.letter.LetterInput;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letters;

/** Letters that wait for somebody, and new ones begun from a form. */
@Controller
class LetterPages {

    private static final int ROWS = 50;
    private static final List<LetterState> STATES = List.of(
            LetterState.SUBMITTED,
            LetterState.SIGNED,
            LetterState.NUMBERED,
            LetterState.SENT,
            LetterState.RETURNED,
            LetterState.DRAFT);

    private final LetterDesk desk;
    private final Letters letters;
    private final VisibleCases cases;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;
    private final Drafts drafts;

    LetterPages(
            LetterDesk desk,
            Letters letters,
            VisibleCases cases,
            CurrentActor current,
            Words say,
            Problems problems,
            Drafts drafts) {
        this.drafts = drafts;
        this.desk = desk;
        this.letters = letters;
        this.cases = cases;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/letters")
    String waiting(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        LetterState chosen = state(Lists.blankToNull(state), actor);
        var page = letters.waiting(chosen, Visibility.of(actor), Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("states", STATES)
                .addAttribute("chosen", chosen)
                .addAttribute("unit", actor.unit())
                .addAttribute("next", page.next() == null ? null : address(chosen, page.next()))
                .addAttribute("first", cursor == null ? null : address(chosen, null));
        return "letters";
    }

    /** What waits for somebody of this role, if nothing was chosen. */
    private static LetterState state(@Nullable String word, Actor actor) {
        if (word == null) {
            if (actor.is(Role.HEAD)) return LetterState.SUBMITTED;
            return actor.is(Role.CLERK) ? LetterState.SIGNED : LetterState.RETURNED;
        }
        return Arrays.stream(LetterState.values())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String address(LetterState state, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath("/letters").queryParam("state", state);
        if (cursor != null) address.queryParam("cursor", cursor);
        return address.toUriString();
    }

    @GetMapping("/cases/{id}/letters/new")
    String empty(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String template,
            @RequestParam(required = false) @Nullable String replaces,
            Model model) {
        Actor actor = writer();
        CaseFile file = cases.find(id, actor);
        String chosen = Lists.blankToNull(template);
        LetterText text = chosen == null ? null : desk.filled(id, chosen, actor);
        Optional<Draft> left = drafts.find(actor.id(), place(file, chosen, replaces));
        fill(model.asMap(), file, chosen, replaces, text, left.map(Draft::typed).orElse(Map.of()), Map.of());
        left.ifPresent(draft -> model.addAttribute("keptAt", draft.keptAt()));
        return "letter-new";
    }

    private static Drafts.Place place(CaseFile file, @Nullable String template, @Nullable String replaces) {
        return Drafts.Place.ofLetter(
                file.id(), Objects.requireNonNullElse(template, ""), Objects.requireNonNullElse(replaces, ""));
    }

    private void fill(
            Map<String, Object> model,
            CaseFile file,
            @Nullable String template,
            @Nullable String replaces,
            @Nullable LetterText text,
            Map<String, String> typed,
            Map<String, String> wrong) {
        List<LetterForm> forms = desk.forms(file);
        model.put("file", file);
        model.put("forms", forms);
        model.put("template", Objects.requireNonNullElse(template, ""));
        model.put("replaces", Objects.requireNonNullElse(replaces, ""));
        forms.stream()
                .filter(form -> form.id().equals(template))
                .findFirst()
                .ifPresent(form -> model.put("form", form));
        if (text != null) model.put("text", text);
        model.put("ask", new LetterQuestions(say, typed, wrong));
        model.put("seed", UUID.randomUUID().toString());
    }

    @PostMapping("/cases/{id}/letters")
    ModelAndView draft(@PathVariable String id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Actor actor = writer();
        try {
            var begun = desk.draft(id, input(sent), actor, seed(id, sent, actor));
            drafts.drop(actor.id(), place(cases.find(id, actor), sent.get("template"), sent.get("replaces")));
            next.addFlashAttribute("said", "letter.draft");
            return Pages.seeOther("/cases/" + id + "/letters/" + begun.letter());
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations()
                    .forEach(one -> wrong.put("draft." + one.field(), problems.message(one, Words.locale())));
            var typed = new LetterText("", "", "", "");
            fill(model, cases.find(id, actor), sent.get("template"), sent.get("replaces"), typed, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("letter-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static LetterInput.Draft input(Map<String, String> sent) {
        return new LetterInput.Draft(
                sent.get("template"),
                sent.get("replaces"),
                sent.get("draft.subject"),
                sent.get("draft.addressee"),
                sent.get("draft.body"),
                sent.get("draft.recipients"));
    }

    /** The same form sent twice is one letter. */
    private static String seed(String id, Map<String, String> sent, Actor actor) {
        Map<String, String> typed = new TreeMap<>(sent);
        typed.remove("_csrf");
        String whole = id + "\0" + actor.id() + "\0" + typed;
        return "letter " + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    private Actor writer() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
