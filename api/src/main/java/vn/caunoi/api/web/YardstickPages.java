package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.yardstick.YardstickDesk;
import vn.caunoi.api.yardstick.YardstickTrouble;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** For administrators: survey index and targets of units, taken in from a table and taken along as the same. */
@Controller
class YardstickPages {

    private static final String AT = "/admin/yardsticks";
    private static final List<String> HEADINGS =
            List.of("unit", "year", "index", "asked", "target_index", "target_rating");

    private final YardstickDesk desk;
    private final CurrentActor current;
    private final Words say;

    YardstickPages(YardstickDesk desk, CurrentActor current, Words say) {
        this.desk = desk;
        this.current = current;
        this.say = say;
    }

    @GetMapping(AT)
    ModelAndView show(@RequestParam(required = false) @Nullable Integer year) {
        administrator();
        return page(year, List.of(), HttpStatus.OK);
    }

    @PostMapping(AT)
    ModelAndView take(@RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes next)
            throws IOException {
        Actor by = administrator();
        YardstickDesk.Taken taken = desk.take(file == null ? new byte[0] : file.getBytes(), by);
        if (!taken.wrong().isEmpty()) return page(null, taken.wrong(), HttpStatus.UNPROCESSABLE_CONTENT);
        next.addFlashAttribute("said", "yardsticks");
        return Pages.seeOther(AT);
    }

    /** In the form in which it is taken in. */
    @GetMapping(AT + ".csv")
    void sheet(@RequestParam(required = false) @Nullable Integer year, HttpServletResponse response)
            throws IOException {
        administrator();
        int asked = shown(year);
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEADINGS);
        for (YardstickDesk.Known one : desk.of(asked)) lines.add(line(one, asked));
        Downloads.csv(response, "yardsticks-" + asked, lines);
    }

    private static List<String> line(YardstickDesk.Known one, int year) {
        var survey = one.survey();
        var target = one.target();
        return List.of(
                one.unit().value(),
                String.valueOf(year),
                survey == null ? "" : decimal(survey.hundredths()),
                survey == null || survey.asked() == null ? "" : String.valueOf(survey.asked()),
                target == null ? "" : decimal(target.index()),
                target == null ? "" : decimal(target.rating()));
    }

    private static String decimal(@Nullable Integer hundredths) {
        return hundredths == null ? "" : String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100);
    }

    private ModelAndView page(@Nullable Integer year, List<YardstickTrouble> wrong, HttpStatus status) {
        int asked = shown(year);
        return new ModelAndView("yardsticks", status)
                .addObject("years", desk.years())
                .addObject("year", asked)
                .addObject("known", desk.of(asked))
                .addObject("wrong", wrong);
    }

    /** That of which something is known last, unless one is asked for. */
    private int shown(@Nullable Integer year) {
        if (year != null) return year;
        return desk.years().stream().findFirst().orElse(say.today().getYear());
    }

    private Actor administrator() {
        return current.with(Role.ADMIN);
    }
}
