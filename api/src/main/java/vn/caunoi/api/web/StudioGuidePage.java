package vn.caunoi.api.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Ten minutes from an example to a published version, told where it is done, with pictures in the reader's language. */
@Controller
class StudioGuidePage {

    /** In the order they are done; each has its words, and its picture in {@code static/assets/guide}. */
    static final List<String> STEPS =
            List.of("begin", "draw", "words", "form", "problems", "try", "rehearse", "publish", "move", "insight");

    private final CurrentActor current;

    StudioGuidePage(CurrentActor current) {
        this.current = current;
    }

    @GetMapping("/studio/guide")
    String guide(Model model) {
        current.with(Role.DESIGNER);
        model.addAttribute("steps", STEPS);
        return "studio-guide";
    }
}
