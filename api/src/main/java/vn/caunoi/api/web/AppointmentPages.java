package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriUtils;
import vn.caunoi.api.directory.AppointmentDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** For administrators: officers with their appointments, and the next one from a day on. */
@Controller
class AppointmentPages {

    private final AppointmentDesk desk;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    AppointmentPages(AppointmentDesk desk, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/admin/officers")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        current.with(Role.ADMIN);
        model.addAttribute("officers", desk.all(q)).addAttribute("q", q);
        return "appointments";
    }

    @GetMapping("/admin/officers/{officer}")
    ModelAndView one(@PathVariable String officer) {
        current.with(Role.ADMIN);
        AppointmentDesk.Appointed one = desk.find(officer);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("unit", one.unit().value());
        typed.put("name", one.name());
        typed.put("from", say.today().toString());
        return page(one, typed, one.roles().stream().map(Role::group).toList(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/admin/officers/{officer}")
    ModelAndView appoint(
            @PathVariable String officer, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor by = current.with(Role.ADMIN);
        try {
            desk.appoint(officer, given(sent), by);
            next.addFlashAttribute("said", "appointed");
            return Pages.seeOther("/admin/officers/" + UriUtils.encodePathSegment(officer, StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations().forEach(one -> wrong.put(one.field(), problems.message(one, Words.locale())));
            if (wrong.isEmpty()) wrong.put("unit", problems.message(refusal.reason(), Words.locale()));
            return page(
                    desk.find(officer),
                    sent.toSingleValueMap(),
                    sent.getOrDefault("roles", List.of()),
                    wrong,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(
            AppointmentDesk.Appointed one,
            Map<String, String> typed,
            List<String> roles,
            Map<String, String> wrong,
            HttpStatus status) {
        return new ModelAndView("appointment", status)
                .addObject("one", one)
                .addObject("typed", typed)
                .addObject("chosen", roles)
                .addObject("wrong", wrong)
                .addObject("roles", Role.values())
                .addObject("units", names.units());
    }

    private static AppointmentDesk.Given given(MultiValueMap<String, String> sent) {
        List<@Nullable String> roles =
                Arrays.asList(sent.getOrDefault("roles", List.of()).toArray(String[]::new));
        return new AppointmentDesk.Given(
                sent.getFirst("unit"), sent.getFirst("name"), roles, day("from", sent), day("until", sent));
    }

    private static @Nullable LocalDate day(String field, MultiValueMap<String, String> sent) {
        String text = Objects.requireNonNullElse(sent.getFirst(field), "").strip();
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Input.refusal(field, "malformed", "is not a day");
        }
    }
}
