package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.citizen.PublicDesk;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.Refusal;

/** For citizens: code and PIN give where the case stands. By POST, so that no PIN stays in an address. */
@Controller
class TrackPage {

    private static final int LONGEST = 5000;
    private static final int LONGEST_COMPLAINT = 20_000;

    private final PublicDesk desk;
    private final Problems problems;

    TrackPage(PublicDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @GetMapping("/t")
    ModelAndView ask(@RequestParam(defaultValue = "") String code) {
        return new ModelAndView("track", Map.of("code", code));
    }

    @PostMapping("/t")
    ModelAndView look(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            HttpServletRequest request) {
        return told(code, pin, () -> desk.look(code, pin, request.getRemoteAddr()), null);
    }

    @PostMapping("/t/messages")
    ModelAndView choose(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "false") boolean told,
            @RequestParam(defaultValue = "VI") Language language,
            HttpServletRequest request) {
        return told(code, pin, () -> desk.choose(code, pin, request.getRemoteAddr(), told, language), "chosen");
    }

    @PostMapping("/t/return-answer")
    ModelAndView returnAnswer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            return refused(code, "reason", HttpStatus.UNPROCESSABLE_CONTENT).addObject("reason", reason);
        }
        ModelAndView page = told(code, pin, () -> desk.returnAnswer(code, pin, request.getRemoteAddr(), reason), null);
        return isRefused(page) ? page.addObject("reason", reason) : page.addObject("done", "returned");
    }

    @PostMapping("/t/rate")
    ModelAndView rate(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        ModelAndView page = score.matches("[1-5]") && comment.length() <= LONGEST
                ? told(code, pin, () -> rate(code, pin, request, Integer.parseInt(score), comment), null)
                : refused(code, "score", HttpStatus.UNPROCESSABLE_CONTENT);
        // what was typed is typed again by nobody because a PIN was wrong
        return isRefused(page)
                ? page.addObject("score", score).addObject("comment", comment)
                : page.addObject("done", "rated");
    }

    @PostMapping("/t/second-complaint")
    ModelAndView complainAgain(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            @RequestParam(defaultValue = "") String content,
            HttpServletRequest request) {
        if (content.isBlank() || content.length() > LONGEST_COMPLAINT) {
            return refused(code, "content", HttpStatus.UNPROCESSABLE_CONTENT).addObject("complaint", content);
        }
        try {
            var given = desk.complainAgain(code, pin, request.getRemoteAddr(), content, Seed.fresh());
            return shown(code, pin, () -> desk.look(code, pin, request.getRemoteAddr()), null)
                    .addObject("given", given);
        } catch (Refusal refusal) {
            return refused(code, "refused", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("why", problems.message(refusal.reason(), Words.locale()))
                    .addObject("complaint", content);
        } catch (NotFound unknown) {
            return refused(code, "unknown", HttpStatus.UNPROCESSABLE_CONTENT).addObject("complaint", content);
        } catch (Stopped stopped) {
            return refused(code, "stopped", HttpStatus.TOO_MANY_REQUESTS).addObject("complaint", content);
        }
    }

    private PublicDesk.Seen rate(String code, String pin, HttpServletRequest request, int score, String comment) {
        return desk.rate(code, pin, request.getRemoteAddr(), score, Lists.blankToNull(comment));
    }

    static boolean isRefused(ModelAndView page) {
        return page.getModel().containsKey("problem");
    }

    private static ModelAndView told(String code, String pin, Supplier<PublicDesk.Seen> asked, @Nullable String said) {
        try {
            return shown(code, pin, asked, said);
        } catch (Refusal refusal) {
            return refused(code, "refused", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** @throws Refusal what was asked for is not possible */
    static ModelAndView shown(String code, String pin, Supplier<PublicDesk.Seen> asked, @Nullable String said) {
        try {
            PublicDesk.Seen seen = asked.get();
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("code", code);
            model.put("pin", pin);
            model.put("file", seen);
            model.put("languages", Language.values());
            if (said != null) model.put("said", said);
            model.put("steps", CasePage.steps(seen.kind(), seen.stage(), seen.status()));
            return new ModelAndView("track", model);
        } catch (NotFound unknown) {
            return refused(code, "unknown", HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Stopped stopped) {
            return refused(code, "stopped", HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private static ModelAndView refused(String code, String problem, HttpStatus status) {
        return new ModelAndView("track", Map.of("code", code, "problem", problem), status);
    }
}
