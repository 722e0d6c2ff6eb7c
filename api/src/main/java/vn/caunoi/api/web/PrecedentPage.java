package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import vn.caunoi.api.officer.PrecedentDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.casefile.CaseFile;

/** Closed cases like one: beside its form when the reader comes to it, and by themselves without script. */
@Controller
class PrecedentPage {

    private final VisibleCases cases;
    private final PrecedentDesk desk;
    private final CurrentActor current;

    PrecedentPage(VisibleCases cases, PrecedentDesk desk, CurrentActor current) {
        this.cases = cases;
        this.desk = desk;
        this.current = current;
    }

    /** @param part whether a script asks for the list alone */
    @GetMapping("/cases/{id}/precedents")
    String show(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        CaseFile file = cases.find(id, actor);
        model.addAttribute("file", file).addAttribute("ended", desk.of(file.id(), actor));
        return part ? "precedents :: list" : "precedents";
    }
}
