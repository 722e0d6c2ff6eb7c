package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.citizen.PublicDecisions;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;

/** What was decided on complaints, for everybody: with words blacked out. */
@Controller
class PublicDecisionPages {

    private static final int ROWS = 20;

    private final PublicDecisions decisions;
    private final Names names;
    private final Problems problems;

    PublicDecisionPages(PublicDecisions decisions, Names names, Problems problems) {
        this.decisions = decisions;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping("/public/decisions")
    String list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Page<PublicDecisions.PublicDecision> page = new Page<>(List.of(), null);
        try {
            page = decisions.search(Lists.blankToNull(unit), Lists.blankToNull(q), Lists.cursor(cursor), ROWS);
        } catch (Refusal refusal) {
            model.addAttribute("refused", problems.message(refusal.violations().getFirst(), Words.locale()));
        }
        model.addAttribute("page", page)
                .addAttribute("unit", unit)
                .addAttribute("q", q)
                .addAttribute("units", units())
                .addAttribute("next", page.next() == null ? null : address(request, page.next()))
                .addAttribute("first", cursor == null ? null : address(request, null));
        return "public-decisions";
    }

    @GetMapping("/public/decisions/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("one", decisions.find(id).orElseThrow(NotFound::new));
        return "public-decision";
    }

    private List<Choice> units() {
        return decisions.units().stream()
                .map(unit -> new Choice(unit.value(), names.unit(unit)))
                .toList();
    }

    private static String address(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = address.build(false).getQuery();
        return "/public/decisions" + (query == null || query.isEmpty() ? "" : "?" + query);
    }
}
