package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.observer.ObserverDesk;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.CaseFiles;

/** Cases without names and texts, for observers. */
@Controller
class ObserverPages {

    private static final int ROWS = 50;
    /** Further than this nobody counts. */
    private static final int COUNTED = 1_000;

    private final ObserverDesk desk;
    private final CurrentActor current;
    private final Story story;
    private final Names names;

    ObserverPages(ObserverDesk desk, CurrentActor current, Story story, Names names) {
        this.desk = desk;
        this.current = current;
        this.story = story;
        this.names = names;
    }

    @GetMapping("/observe")
    Object list(
            @ModelAttribute("asked") SearchInput asked,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        Actor actor = current.with(Role.OBSERVER);
        String one = Lists.text("code", code);
        if (one != null)
            return Pages.seeOther("/observe/" + desk.look(one, null, actor).id());
        CaseFiles.Filter filter = asked.filter(actor);
        Page<ObserverDesk.Row> page = desk.list(filter, actor, SearchPage.sort(sort), Lists.cursor(cursor), ROWS);
        model.addAttribute("page", page)
                .addAttribute("count", desk.countUpTo(filter, actor, COUNTED + 1))
                .addAttribute("counted", COUNTED)
                .addAttribute("kinds", Kind.values())
                .addAttribute("stages", Stage.values())
                .addAttribute("statuses", Status.values())
                .addAttribute("sorts", CaseFiles.Sort.values())
                .addAttribute("sort", SearchPage.sort(sort))
                .addAttribute("units", names.units())
                .addAttribute("next", page.next() == null ? null : address(request, page.next()))
                .addAttribute("first", Lists.blankToNull(cursor) == null ? null : address(request, null));
        return "observe";
    }

    @GetMapping("/observe/{id}")
    String look(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf, Model model) {
        Actor actor = current.with(Role.OBSERVER);
        Instant moment = Asked.moment("asOf", asOf);
        ObserverDesk.Seen seen = desk.look(id, moment, actor);
        model.addAttribute("seen", seen)
                .addAttribute("asOf", moment)
                .addAttribute("steps", CasePage.steps(seen.kind(), seen.stage(), seen.status()))
                .addAttribute("story", story.of(seen.history()));
        return "observed";
    }

    private static String address(HttpServletRequest request, @Nullable String cursor) {
        var address = ServletUriComponentsBuilder.fromRequest(request);
        if (cursor == null) address.replaceQueryParam("cursor");
        else address.replaceQueryParam("cursor", cursor);
        String query = Objects.requireNonNullElse(address.build(false).getQuery(), "");
        return "/observe" + (query.isEmpty() ? "" : "?" + query);
    }
}
