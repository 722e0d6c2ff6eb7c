package vn.caunoi.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.officer.BulkDesk;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** What is done with the rows chosen in the task list. What cannot be undone is asked once more on a page of its own. */
@Controller
class ChosenTasksPage {

    private final BulkDesk bulk;
    private final TaskDesk tasks;
    private final CurrentActor current;
    private final Words say;

    ChosenTasksPage(BulkDesk bulk, TaskDesk tasks, CurrentActor current, Words say) {
        this.bulk = bulk;
        this.tasks = tasks;
        this.current = current;
        this.say = say;
    }

    @PostMapping("/tasks/chosen")
    ModelAndView act(
            @RequestParam(name = "do", defaultValue = "") String what,
            @RequestParam(required = false) @Nullable List<String> task,
            @RequestParam(defaultValue = "/inbox") String back,
            RedirectAttributes next) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        String to = Pages.within(back);
        List<String> chosen =
                task == null ? List.of() : task.stream().distinct().toList();
        if (chosen.isEmpty() || chosen.size() > BulkDesk.MOST) {
            next.addFlashAttribute(
                    "refused", say.text(chosen.isEmpty() ? "day.choose" : "day.too-many", BulkDesk.MOST));
            return Pages.seeOther(to);
        }
        if (what.equals("delegate") || what.equals("reassign")) return Pages.seeOther(asked(what, chosen));
        next.addFlashAttribute("results", bulk.each(chosen, id -> tasks.claim(id, actor), actor, Words.locale()));
        return Pages.seeOther(to);
    }

    private static String asked(String what, List<String> chosen) {
        return UriComponentsBuilder.fromPath("/tasks/" + what)
                .queryParam("task", chosen)
                .encode()
                .toUriString();
    }
}
