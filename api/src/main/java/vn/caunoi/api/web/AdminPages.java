package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.admin.HouseOverview;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.directory.Directory;

/** Where an administrator begins: what wants them, the ways to all that they keep, and the units of the house. */
@Controller
class AdminPages {

    private final HouseOverview house;
    private final Directory directory;
    private final CurrentActor current;

    AdminPages(HouseOverview house, Directory directory, CurrentActor current) {
        this.house = house;
        this.directory = directory;
        this.current = current;
    }

    @GetMapping("/admin")
    String overview(Model model) {
        Actor actor = current.with(Role.ADMIN);
        model.addAttribute("findings", house.findings());
        model.addAttribute("size", house.size());
        model.addAttribute("sections", Menu.ofTheHouseFor(actor));
        return "admin";
    }

    /** @param ended whether units that are no more are shown as well */
    @GetMapping("/admin/units")
    String units(@RequestParam(defaultValue = "false") boolean ended, Model model) {
        Actor actor = current.with(Role.ADMIN, Role.INSPECTOR);
        model.addAttribute("ended", ended);
        model.addAttribute("mayAct", actor.is(Role.ADMIN));
        model.addAttribute(
                "rows", UnitTree.of(ended ? directory.everyUnit() : directory.units(), directory.officers()));
        return "units";
    }
}
