package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.category.RoutingInput;
import vn.caunoi.api.category.RoutingTableDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.routing.RoutingRow;

/** For administrators: the rows of the routing table, one form for a new one and for one that is altered. */
@Controller
class RoutingRowPages {

    private static final String ALL = "/admin/routing";

    private final RoutingTableDesk desk;
    private final Categories categories;
    private final CurrentActor current;
    private final Names names;
    private final Problems problems;

    RoutingRowPages(
            RoutingTableDesk desk, Categories categories, CurrentActor current, Names names, Problems problems) {
        this.desk = desk;
        this.categories = categories;
        this.current = current;
        this.names = names;
        this.problems = problems;
    }

    /** @param row to alter */
    @GetMapping(ALL)
    ModelAndView list(@RequestParam(defaultValue = "") String row) {
        administrator();
        return page(row, row.isEmpty() ? Map.of() : typed(desk.find(row)), Map.of(), HttpStatus.OK);
    }

    @PostMapping(ALL)
    ModelAndView set(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor by = administrator();
        String row = text(sent, "row");
        try {
            if (!row.isEmpty()) desk.find(row);
            String id = row.isEmpty() ? "R-" + UUID.randomUUID().toString().substring(0, 8) : row;
            desk.set(id, input(sent), by);
            next.addFlashAttribute("said", "routing");
            return Pages.seeOther(ALL);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
            if (wrong.isEmpty()) wrong.put("unit", problems.message(refusal.reason(), Words.locale()));
            return page(row, sent.toSingleValueMap(), wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping(ALL + "/{row}/remove")
    ModelAndView remove(@PathVariable String row, RedirectAttributes next) {
        desk.remove(row, administrator());
        next.addFlashAttribute("said", "routing.removed");
        return Pages.seeOther(ALL);
    }

    private ModelAndView page(String row, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("routing-rows", status)
                .addObject("rows", desk.all())
                .addObject("row", row)
                .addObject("typed", typed)
                .addObject("wrong", wrong)
                .addObject("kinds", Kind.values())
                .addObject("choices", categories.listed())
                .addObject("units", names.units());
    }

    private static Map<String, String> typed(RoutingRow row) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("kind", Objects.toString(row.kind(), ""));
        typed.put("category", Objects.requireNonNullElse(row.category(), ""));
        typed.put("places", String.join("; ", row.places()));
        typed.put("at", Objects.toString(row.at(), ""));
        typed.put("unit", row.unit().value());
        typed.put("from", Objects.toString(row.from(), ""));
        typed.put("until", Objects.toString(row.until(), ""));
        typed.put("source", row.source());
        return typed;
    }

    private static RoutingInput input(MultiValueMap<String, String> sent) {
        List<@Nullable String> places = Arrays.asList(text(sent, "places").split("\\s*[;\\n]\\s*"));
        return new RoutingInput(
                text(sent, "kind"),
                text(sent, "category"),
                places,
                text(sent, "at"),
                text(sent, "unit"),
                CategoryPages.day("from", sent),
                CategoryPages.day("until", sent),
                text(sent, "source"));
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "").strip();
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
