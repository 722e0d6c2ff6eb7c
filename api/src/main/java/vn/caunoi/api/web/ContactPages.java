package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;
import vn.caunoi.api.directory.ContactDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.directory.Directory;

/** How people reach the units: for administrators to keep, for everybody to read. */
@Controller
class ContactPages {

    private final ContactDesk desk;
    private final CurrentActor current;
    private final Problems problems;

    ContactPages(ContactDesk desk, CurrentActor current, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.problems = problems;
    }

    @GetMapping("/public/contacts")
    String everybody(Model model) {
        model.addAttribute("units", desk.reachable());
        return "public-contacts";
    }

    @GetMapping("/admin/contacts")
    String list(Model model) {
        current.with(Role.ADMIN);
        model.addAttribute("units", desk.all());
        return "contacts";
    }

    @GetMapping("/admin/contacts/{unit}")
    ModelAndView one(@PathVariable String unit) {
        current.with(Role.ADMIN);
        Directory.Reached one = desk.find(unit);
        return page(one, typed(one.contact()), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/admin/contacts/{unit}")
    ModelAndView set(@PathVariable String unit, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Actor by = current.with(Role.ADMIN);
        try {
            desk.set(unit, given(typed), by);
            next.addFlashAttribute("said", "contact");
            return Pages.seeOther("/admin/contacts/" + UriUtils.encodePathSegment(unit, StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
            if (wrong.isEmpty()) wrong.put("phone", problems.message(refusal.reason(), Words.locale()));
            return page(desk.find(unit), typed, wrong, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ModelAndView page(
            Directory.Reached one, Map<String, String> typed, Map<String, String> wrong, HttpStatus status) {
        return new ModelAndView("contact", status)
                .addObject("one", one)
                .addObject("typed", typed)
                .addObject("wrong", wrong);
    }

    private static ContactDesk.Given given(Map<String, String> typed) {
        return new ContactDesk.Given(
                typed.get("phone"), typed.get("hotline"), typed.get("email"), typed.get("address"), typed.get("hours"));
    }

    private static Map<String, String> typed(Contact contact) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("phone", text(contact.phone()));
        typed.put("hotline", text(contact.hotline()));
        typed.put("email", text(contact.email()));
        typed.put("address", text(contact.address()));
        typed.put("hours", text(contact.hours()));
        return typed;
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
