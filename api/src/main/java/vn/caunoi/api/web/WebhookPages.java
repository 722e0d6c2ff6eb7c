package vn.caunoi.api.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.webhook.WebhookDesk;
import vn.caunoi.api.webhook.WebhookKinds;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** For administrators: who is told of events over HTTP, and what became of it. */
@Controller
class WebhookPages {

    private final WebhookDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    WebhookPages(WebhookDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/admin/webhooks")
    String all(Model model) {
        fill(model.asMap(), "", List.of());
        return "webhooks";
    }

    private void fill(Map<String, Object> model, String url, List<String> chosen) {
        model.put("all", desk.all(current.with(Role.ADMIN)));
        model.put("kinds", WebhookKinds.ALL);
        model.put("url", url);
        model.put("chosen", chosen);
    }

    @PostMapping("/admin/webhooks")
    ModelAndView register(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.ADMIN);
        List<String> kinds = sent.getOrDefault("kinds", List.of());
        String url = sent.getOrDefault("url", List.of("")).getFirst();
        try {
            var given =
                    new WebhookDesk.Given(url, sent.getFirst("secret"), Arrays.asList(kinds.toArray(String[]::new)));
            WebhookDesk.Registered done = desk.register(given, actor);
            next.addFlashAttribute("said", "webhook.registered");
            next.addFlashAttribute("secret", done.secret());
            return Pages.seeOther("/admin/webhooks/" + done.id());
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            fill(model, url, kinds);
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
            model.put("wrong", wrong);
            return new ModelAndView("webhooks", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/admin/webhooks/{id}")
    String one(@PathVariable String id, Model model) {
        Actor actor = current.with(Role.ADMIN);
        model.addAttribute("one", desk.find(id, actor)).addAttribute("deliveries", desk.deliveries(id, actor));
        return "webhook";
    }

    @PostMapping("/admin/webhooks/{id}/{what}")
    ModelAndView act(@PathVariable String id, @PathVariable String what, RedirectAttributes next) {
        Actor actor = current.with(Role.ADMIN);
        if (what.equals("test")) {
            boolean taken = desk.test(id, actor).problem() == null;
            next.addFlashAttribute("said", taken ? "webhook.taken" : "webhook.untaken");
            return Pages.seeOther("/admin/webhooks/" + id);
        }
        desk.act(id, what, actor);
        next.addFlashAttribute("said", "webhook." + what);
        return Pages.seeOther(what.equals("remove") ? "/admin/webhooks" : "/admin/webhooks/" + id);
    }
}
