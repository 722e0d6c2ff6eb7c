package vn.caunoi.api.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.filter.FilterDesk;
import vn.caunoi.api.filter.FilteredList;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** Keeps what is looked for, on the page where it was looked for. */
@Controller
class FilterPages {

    private final FilterDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    FilterPages(FilterDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @PostMapping("/filters")
    ModelAndView keep(
            @RequestParam FilteredList list,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean first,
            RedirectAttributes next) {
        Actor by = reader();
        try {
            var saved = desk.keep(list, name, query, shared, first, by);
            next.addFlashAttribute("said", "filter.kept");
            return Pages.seeOther(saved.address());
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", message(refusal));
            return Pages.seeOther(list.address(query.length() > 2_000 ? "" : FilterDesk.plain(list, query)));
        }
    }

    @PostMapping("/filters/{id}/first")
    ModelAndView begin(
            @PathVariable String id, @RequestParam(defaultValue = "true") boolean with, RedirectAttributes next) {
        var filter = desk.begin(id, with, reader());
        next.addFlashAttribute("said", with ? "filter.first" : "filter.not-first");
        return Pages.seeOther(filter.address());
    }

    @PostMapping("/filters/{id}/delete")
    ModelAndView delete(@PathVariable String id, RedirectAttributes next) {
        FilteredList list = desk.delete(id, reader());
        next.addFlashAttribute("said", "filter.deleted");
        return Pages.seeOther(list.address(list == FilteredList.CASES ? "q=" : ""));
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private @Nullable String message(Refusal refusal) {
        return refusal.violations().isEmpty()
                ? problems.message(refusal.reason(), Words.locale())
                : problems.message(refusal.violations().getFirst(), Words.locale());
    }
}
