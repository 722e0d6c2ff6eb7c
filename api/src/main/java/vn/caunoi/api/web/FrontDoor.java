package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.security.ProviderLogout;
import vn.caunoi.api.security.WaysIn;

/** Logging in, the first page of each role, and the choices of language and theme. */
@Controller
class FrontDoor {

    /** What the login page is asked with, and what it then says. */
    private static final Map<String, String> PROBLEMS =
            Map.of("throttled", "throttled", "unknown", "unknown", "provider", "provider", "error", "wrong");

    private final CurrentActor current;
    private final Tongue tongue;
    private final Theme theme;
    private final WaysIn ways;

    FrontDoor(CurrentActor current, Tongue tongue, Theme theme, WaysIn ways) {
        this.theme = theme;
        this.ways = ways;
        this.current = current;
        this.tongue = tongue;
    }

    @GetMapping("/")
    ModelAndView home() {
        return Pages.seeOther(current.find().map(Site::homeOf).orElse("/login"));
    }

    @GetMapping("/login")
    String login(HttpServletRequest request, Model model) {
        PROBLEMS.entrySet().stream()
                .filter(one -> request.getParameter(one.getKey()) != null)
                .findFirst()
                .ifPresent(one -> model.addAttribute("problem", one.getValue()));
        model.addAttribute("left", request.getParameter("left") != null);
        model.addAttribute("ways", ways);
        return "login";
    }

    /**
     * Between logging out here and at the identity provider. A page, because a browser lets the form of a page be
     * answered by no other site.
     */
    @RequestMapping(ProviderLogout.PAGE)
    String leaving(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(request.getAttribute(ProviderLogout.TO) instanceof String to)) return "redirect:/login";
        response.setHeader("Refresh", "0; url=" + to);
        model.addAttribute("to", to);
        return "leaving";
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

    @PostMapping("/theme")
    ModelAndView theme(
            @RequestParam String to, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        theme.choose(Theme.Choice.of(to), response);
        return Pages.seeOther(Pages.within(back));
    }
}
