package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.directory.ReorganisationDesk;
import vn.caunoi.api.directory.ReorganisationInput;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.directory.Reorganisations.ReorganisationPlan;
import vn.caunoi.projections.directory.Reorganisations.State;

/** For administrators: reorganisations of units, planned, looked at, altered or withdrawn until their day. */
@Controller
class ReorganisationPages {

    private static final String ALL = "/admin/reorganisations";

    private final ReorganisationDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Categories categories;
    private final Words say;
    private final Problems problems;

    ReorganisationPages(
            ReorganisationDesk desk,
            CurrentActor current,
            Names names,
            Categories categories,
            Words say,
            Problems problems) {
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.categories = categories;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping(ALL)
    String list(Model model) {
        administrator();
        model.addAttribute("plans", desk.all());
        return "reorganisations";
    }

    @GetMapping(ALL + "/new")
    ModelAndView blank() {
        administrator();
        return form(null, ReorganisationForm.blank(say.today().plusDays(30)), new LinkedHashMap<>(), HttpStatus.OK);
    }

    @GetMapping(ALL + "/{id}/edit")
    ModelAndView edit(@PathVariable String id) {
        administrator();
        ReorganisationPlan plan = desk.find(id);
        if (plan.state() != State.PLANNED) return Pages.seeOther(ALL + "/" + plan.id());
        return form(id, ReorganisationForm.of(plan, this::shown), new LinkedHashMap<>(), HttpStatus.OK);
    }

    @GetMapping(ALL + "/{id}")
    String one(@PathVariable String id, Model model) {
        Actor by = administrator();
        ReorganisationDesk.Standing standing = desk.standing(id);
        model.addAttribute("standing", standing).addAttribute("plan", standing.plan());
        if (standing.plan().state() == State.PLANNED) model.addAttribute("preview", desk.preview(standing.plan(), by));
        model.addAttribute("pages", this);
        return "reorganisation";
    }

    @PostMapping(ALL + "/new")
    ModelAndView plan(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        return take(null, sent, next);
    }

    @PostMapping(ALL + "/{id}/edit")
    ModelAndView alter(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        return take(id, sent, next);
    }

    private ModelAndView take(@Nullable String id, MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor by = administrator();
        ReorganisationForm form = ReorganisationForm.sent(sent);
        if (sent.containsKey("more")) return form(id, form.more(), new LinkedHashMap<>(), HttpStatus.OK);
        Map<String, Object> model = new LinkedHashMap<>();
        try {
            ReorganisationInput input = form.input(typed -> Objects.requireNonNullElse(categories.kept(typed), typed));
            if (sent.containsKey("look")) {
                model.put("preview", desk.preview(input, by));
                return form(id, form.withRoom(), model, HttpStatus.OK);
            }
            String planned = id;
            if (id == null) planned = desk.plan(input, by, Seed.fresh()).value();
            else desk.alter(id, input, by);
            next.addFlashAttribute("said", "reorganisation");
            return Pages.seeOther(ALL + "/" + planned);
        } catch (Refusal refusal) {
            model.put("mistakes", mistakes(refusal));
            return form(id, form.withRoom(), model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(ALL + "/{id}/withdraw")
    ModelAndView withdraw(
            @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        Actor by = administrator();
        try {
            desk.withdraw(id, reason, by);
            next.addFlashAttribute("said", "reorganisation.withdrawn");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", mistakes(refusal).getFirst());
        }
        return Pages.seeOther(ALL + "/" + desk.find(id).id());
    }

    private List<String> mistakes(Refusal refusal) {
        List<String> said = new ArrayList<>();
        for (Refusal.Violation one : refusal.violations()) {
            said.add(where(one.field()) + ": " + problems.message(one, Words.locale()));
        }
        if (said.isEmpty()) said.add(problems.message(refusal.reason(), Words.locale()));
        return said;
    }

    /** {@code changes[3].unit} is line 4, unit. */
    private String where(String field) {
        int open = field.indexOf('[');
        int closed = field.indexOf("].");
        if (open < 0 || closed < open) return say.or("reorganisation.field." + field, field);
        int line = Integer.parseInt(field.substring(open + 1, closed)) + 1;
        String part = field.substring(closed + 2);
        return say.text("reorganisation.line", line, say.or("reorganisation.field." + part, part));
    }

    private ModelAndView form(
            @Nullable String id, ReorganisationForm form, Map<String, Object> model, HttpStatus status) {
        model.put("id", id);
        model.put("form", form);
        model.put("kinds", UnitChange.Kind.values());
        model.put("units", names.units());
        model.put("categories", categories.suggested());
        model.put("pages", this);
        return new ModelAndView("reorganisation-plan", model, status);
    }

    /** What one change says, in a sentence. */
    public String sentence(UnitChange change) {
        String part = String.join(", ", change.places());
        String about =
                String.join(", ", change.categories().stream().map(this::shown).toList());
        String of = part.isEmpty() ? about : about.isEmpty() ? part : part + "; " + about;
        return say.text(
                "reorganisation.says." + change.kind(),
                unit(change.unit().value()),
                change.to() == null ? "" : unit(change.to().value()),
                change.parent() == null
                        ? say.text("reorganisation.top")
                        : unit(change.parent().value()),
                Objects.requireNonNullElse(change.name(), ""),
                of);
    }

    /** Name and code; the code alone for a unit that is yet to be established. */
    public String unit(String id) {
        String name = names.unit(id);
        return name.equals(id) ? id : name + " (" + id + ")";
    }

    private String shown(String category) {
        return say.word("category", category);
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
