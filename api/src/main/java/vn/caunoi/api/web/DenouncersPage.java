package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import vn.caunoi.api.officer.DenouncerDesk;
import vn.caunoi.api.security.CurrentActor;

/** Who denounced. Asked for by a button, so that nobody looks by following a link unawares. */
@Controller
class DenouncersPage {

    private final DenouncerDesk desk;
    private final CurrentActor current;

    DenouncersPage(DenouncerDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping("/cases/{id}/denouncers")
    String look(@PathVariable String id, Model model) {
        model.addAttribute("look", desk.look(id, current.get()));
        return "denouncers";
    }
}
