package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.citizen.PublicDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;

/** For citizens: with code and PIN they write to whoever has the case, and withdraw. What was typed is never lost. */
@Controller
class TrackWritingPage {

    private static final int LONGEST = 2000;

    private final PublicDesk desk;
    private final Problems problems;

    TrackWritingPage(PublicDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @PostMapping("/t/write")
    ModelAndView write(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        String from = request.getRemoteAddr();
        ModelAndView page = text.isBlank() || text.length() > LONGEST
                ? wrong(code, pin, from, "text")
                : done(code, pin, from, () -> desk.write(code, pin, from, text), "wrote");
        return TrackPage.isRefused(page) ? page.addObject("letter", text) : page;
    }

    @PostMapping("/t/withdraw")
    ModelAndView withdraw(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request) {
        String from = request.getRemoteAddr();
        boolean complete = sure && !reason.isBlank() && reason.length() <= LONGEST;
        ModelAndView page = complete
                ? done(code, pin, from, () -> desk.withdraw(code, pin, from, reason), "withdrew")
                : wrong(code, pin, from, "withdraw.needed");
        return TrackPage.isRefused(page) ? page.addObject("leaving", reason) : page;
    }

    private ModelAndView done(String code, String pin, String from, Supplier<PublicDesk.Seen> order, String done) {
        try {
            ModelAndView page = TrackPage.shown(code, pin, order, null);
            return TrackPage.isRefused(page) ? page : page.addObject("done", done);
        } catch (Refusal refusal) {
            return wrong(code, pin, from, "refused")
                    .addObject(
                            "why",
                            refusal.violations().isEmpty()
                                    ? problems.message(refusal.reason(), Words.locale())
                                    : problems.message(refusal.violations().getFirst(), Words.locale()));
        }
    }

    /** The page as it was, with what is wrong. */
    private ModelAndView wrong(String code, String pin, String from, String problem) {
        ModelAndView page = TrackPage.shown(code, pin, () -> desk.look(code, pin, from), null);
        if (TrackPage.isRefused(page)) return page;
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", problem);
    }
}
