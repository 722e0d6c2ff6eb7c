package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.security.CurrentActor;

/** Logging in, the first page of each role, and the choice of language. */
@Controller
class FrontDoor {

    private final CurrentActor current;
    private final Tongue tongue;

    FrontDoor(CurrentActor current, Tongue tongue) {
        this.current = current;
        this.tongue = tongue;
    }

    @GetMapping("/")
    ModelAndView home() {
        return Pages.seeOther(current.find().map(Site::homeOf).orElse("/login"));
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        if (request.getParameter("throttled") != null) model.addAttribute("problem", "throttled");
        else if (request.getParameter("error") != null) model.addAttribute("problem", "wrong");
        model.addAttribute("left", request.getParameter("left") != null);
        return "login";
    }

    @PostMapping("/language")
    ModelAndView language(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        tongue.setLocale(request, response, Tongue.known(Locale.forLanguageTag(to)));
        return Pages.seeOther(Pages.within(back));
    }
}
