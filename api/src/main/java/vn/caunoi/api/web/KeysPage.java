package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.security.CurrentActor;

/** Switches single-key shortcuts on and off for an account. */
@Controller
class KeysPage {

    private final SingleKeys keys;
    private final CurrentActor current;

    KeysPage(SingleKeys keys, CurrentActor current) {
        this.keys = keys;
        this.current = current;
    }

    @PostMapping("/settings/keys")
    ModelAndView choose(@RequestParam(defaultValue = "") String single, RedirectAttributes next) {
        keys.choose(single.equals("true"), current.get());
        next.addFlashAttribute("said", "keys");
        return Pages.seeOther("/settings");
    }
}
