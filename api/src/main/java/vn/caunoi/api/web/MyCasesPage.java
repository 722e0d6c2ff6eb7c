package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.MyCase;
import vn.caunoi.projections.casefile.CaseFiles.MyOrder;
import vn.caunoi.projections.casefile.CaseFiles.Section;

/** My cases: what I have to do, what waits (for whom, until when), what is coming back to me, what is done. */
@Controller
class MyCasesPage {

    private static final int ROWS = 25;
    private static final int FIRST_ROWS = 8;

    /** One list of the page. */
    record Part(Section section, long count, Page<MyCase> page) {}

    private final CaseFiles files;
    private final CurrentActor current;

    MyCasesPage(CaseFiles files, CurrentActor current) {
        this.files = files;
        this.current = current;
    }

    @GetMapping("/cases/mine")
    String mine(
            @RequestParam(required = false) @Nullable String section,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        Section only = Lists.blankToNull(section) == null ? null : section(section);
        MyOrder order = order(sort);
        Visibility sight = Visibility.of(actor);
        CaseFiles.MyCounts counts = files.myCounts(actor.id(), sight);
        List<Part> parts = Arrays.stream(Section.values())
                .filter(one -> only == null || one == only)
                .map(one -> new Part(
                        one,
                        counts.of(one),
                        files.mine(
                                actor.id(),
                                one,
                                order,
                                sight,
                                only == null ? null : Lists.cursor(cursor),
                                only == null ? FIRST_ROWS : ROWS)))
                .toList();
        model.addAttribute("parts", parts)
                .addAttribute("only", only)
                .addAttribute("order", order)
                .addAttribute("orders", MyOrder.values())
                .addAttribute("sections", Section.values())
                .addAttribute("counts", counts)
                .addAttribute("further", only != null && Lists.blankToNull(cursor) != null);
        return "my-cases";
    }

    private static MyOrder order(@Nullable String word) {
        MyOrder order = Asked.choice("sort", word, MyOrder.class);
        return order == null ? MyOrder.DUE : order;
    }

    private static Section section(@Nullable String word) {
        return Arrays.stream(Section.values())
                .filter(one -> one.name().equals(String.valueOf(word).toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
