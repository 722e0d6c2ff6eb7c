package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.processes.studio.HandlingBook;
import vn.caunoi.processes.studio.RuleBook;

/** The deadlines and the handling that apply, each with its source; what the authority has to confirm stands out. */
@Controller
class RulesPage {
    private final RuleBook book;
    private final HandlingBook handling;
    private final CurrentActor current;

    RulesPage(RuleBook book, HandlingBook handling, CurrentActor current) {
        this.book = book;
        this.handling = handling;
        this.current = current;
    }

    @GetMapping("/processes/deadlines")
    String list(Model model) {
        current.get();
        model.addAttribute("rows", book.rows());
        return "deadlines";
    }

    @GetMapping("/processes/handling")
    String handling(Model model) {
        current.get();
        model.addAttribute("rows", handling.rows()).addAttribute("conditions", handling.conditions());
        return "handling";
    }
}
