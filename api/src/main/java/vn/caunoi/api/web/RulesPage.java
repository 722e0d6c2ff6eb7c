package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.HandlingBook;
import vn.caunoi.processes.studio.LadderBook;
import vn.caunoi.processes.studio.RoutingBook;
import vn.caunoi.processes.studio.RuleBook;

/** The deadlines, the handling, the routing and the escalation ladder that apply, each row with its source; what the authority has to confirm stands out. */
@Controller
class RulesPage {
    private final RuleBook book;
    private final HandlingBook handling;
    private final LadderBook ladder;
    private final RoutingBook routing;
    private final CurrentActor current;

    RulesPage(RuleBook book, HandlingBook handling, LadderBook ladder, RoutingBook routing, CurrentActor current) {
        this.routing = routing;
        this.book = book;
        this.handling = handling;
        this.ladder = ladder;
        this.current = current;
    }

    @GetMapping("/processes/deadlines")
    String list(Model model) {
        Actor actor = current.get();
        model.addAttribute("rows", book.rows()).addAttribute("edits", actor.is(Role.DESIGNER) || actor.is(Role.ADMIN));
        return "deadlines";
    }

    @GetMapping("/processes/routing")
    String routing(Model model) {
        current.get();
        model.addAttribute("rows", routing.rows());
        return "routing";
    }

    @GetMapping("/processes/escalation")
    String ladder(Model model) {
        current.get();
        model.addAttribute("rows", ladder.rows());
        return "ladder";
    }

    @GetMapping("/processes/handling")
    String handling(Model model) {
        current.get();
        model.addAttribute("rows", handling.rows()).addAttribute("conditions", handling.conditions());
        return "handling";
    }
}
