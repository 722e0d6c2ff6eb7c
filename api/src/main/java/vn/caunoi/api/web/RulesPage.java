package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.processes.studio.RuleBook;

/** The deadlines that apply, each with its source; what the authority has to confirm stands out. */
@Controller
class RulesPage {
    private final RuleBook book;
    private final CurrentActor current;

    RulesPage(RuleBook book, CurrentActor current) {
        this.book = book;
        this.current = current;
    }

    @GetMapping("/processes/deadlines")
    String list(Model model) {
        current.get();
        model.addAttribute("rows", book.rows());
        return "deadlines";
    }
}
