package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.DeadLetters;
import vn.caunoi.core.ledger.Progress;

/** For administrators: how far the readers of the record are, and what they could not take. */
@Controller
class ProcessorsPage {

    private final Progress progress;
    private final DeadLetters letters;
    private final CurrentActor current;
    private final Words say;

    ProcessorsPage(Progress progress, DeadLetters letters, CurrentActor current, Words say) {
        this.progress = progress;
        this.letters = letters;
        this.current = current;
        this.say = say;
    }

    /** @param lag events it has still to read; {@code aside} those it could not take and that wait for it */
    record Health(String name, long lag, long aside) {

        public boolean isWell() {
            return lag == 0 && aside == 0;
        }
    }

    @GetMapping("/admin/processors")
    String list(Model model) {
        current.with(Role.ADMIN);
        Map<String, Long> aside = letters.waiting();
        List<Health> all = new TreeMap<>(progress.lag())
                .entrySet().stream()
                        .map(one -> new Health(one.getKey(), one.getValue(), aside.getOrDefault(one.getKey(), 0L)))
                        .toList();
        model.addAttribute("processors", all);
        return "processors";
    }

    /** Offers to it once more what it could not take. */
    @PostMapping("/admin/processors/{name}/retry")
    ModelAndView retry(@PathVariable String name, RedirectAttributes next) {
        current.with(Role.ADMIN);
        if (!progress.lag().containsKey(name)) throw new NotFound();
        boolean waited = letters.waiting().containsKey(name);
        long taken = waited ? letters.retry(name) : 0;
        long left = letters.waiting().getOrDefault(name, 0L);
        if (left == 0) next.addFlashAttribute("said", "processors.taken");
        else next.addFlashAttribute("refused", say.text("processors.left", taken, left));
        return Pages.seeOther("/admin/processors");
    }
}
