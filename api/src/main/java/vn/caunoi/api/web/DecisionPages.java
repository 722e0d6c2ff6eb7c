package vn.caunoi.api.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.decision.Decisions;

/** Decided complaints by what followed: which wait for their effect, are before a court, are to be carried out. */
@Controller
class DecisionPages {

    private static final int ROWS = 50;

    private final Decisions decisions;
    private final CurrentActor current;
    private final Names names;
    private final Clock clock;

    DecisionPages(Decisions decisions, CurrentActor current, Names names, Clock clock) {
        this.decisions = decisions;
        this.current = current;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/decisions")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        Visibility sight = Visibility.of(actor);
        DecisionState of = Asked.choice("state", Lists.blankToNull(state), DecisionState.class);
        String only = Lists.text("unit", unit);
        var filter = new Decisions.Filter(of, only == null ? null : new UnitId(only), overdue);
        var page = decisions.list(filter, sight, clock.instant(), Lists.cursor(cursor), ROWS);
        var address = UriComponentsBuilder.fromPath("/decisions");
        if (of != null) address.queryParam("state", of);
        if (only != null) address.queryParam("unit", only);
        if (overdue) address.queryParam("overdue", true);
        String first = address.encode().toUriString();
        model.addAttribute("page", page)
                .addAttribute("count", decisions.count(filter, sight, clock.instant()))
                .addAttribute("state", of == null ? null : of.name())
                .addAttribute("unit", only)
                .addAttribute("overdue", overdue)
                .addAttribute("states", DecisionState.values())
                .addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()))
                .addAttribute("first", cursor == null ? null : first)
                .addAttribute(
                        "next",
                        page.next() == null
                                ? null
                                : address.queryParam("cursor", page.next())
                                        .encode()
                                        .toUriString());
        return "decisions";
    }
}
