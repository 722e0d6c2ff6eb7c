package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.consult.OutsideDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.petition.Refusal;

/** For a body outside that was sent a signed link: what it is asked, and the form to answer; no account. */
@Controller
class OpinionPage {

    private final OutsideDesk desk;
    private final Words say;
    private final Problems problems;

    OpinionPage(OutsideDesk desk, Words say, Problems problems) {
        this.desk = desk;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/opinion/{token}")
    ModelAndView look(@PathVariable String token, HttpServletRequest request) {
        return shown(token, request, Map.of(), Map.of(), null);
    }

    @GetMapping("/opinion/{token}/files/{file}")
    ResponseEntity<Resource> paper(@PathVariable String token, @PathVariable String file, HttpServletRequest request) {
        return desk.paper(token, file, request.getRemoteAddr());
    }

    @PostMapping("/opinion/{token}/{what}")
    ModelAndView act(
            @PathVariable String token,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            HttpServletRequest request) {
        try {
            switch (what) {
                case "answer" ->
                    desk.answer(
                            token,
                            sent.get("answer.text"),
                            sent.get("answer.name"),
                            uploads == null ? List.of() : uploads,
                            request.getRemoteAddr());
                case "decline" ->
                    desk.decline(token, sent.get("decline.reason"), sent.get("decline.name"), request.getRemoteAddr());
                default -> throw new NotFound();
            }
            return new ModelAndView("opinion", Map.of("done", what));
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations()
                    .forEach(one -> wrong.putIfAbsent(what + "." + one.field(), problems.message(one, Words.locale())));
            String refused = wrong.isEmpty() ? problems.message(refusal.reason(), Words.locale()) : null;
            return shown(token, request, sent, wrong, refused);
        } catch (NotFound gone) {
            return closed("gone", HttpStatus.NOT_FOUND);
        } catch (Stopped stopped) {
            boolean file = stopped.kind() == ProblemKind.UNSUPPORTED_TYPE;
            return file ? shown(token, request, sent, Map.of(), say.text("opinion.file")) : stopped(stopped);
        }
    }

    private ModelAndView shown(
            String token,
            HttpServletRequest request,
            Map<String, String> typed,
            Map<String, String> wrong,
            @Nullable String refused) {
        try {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("sheet", desk.look(token, request.getRemoteAddr()));
            model.put("token", token);
            model.put("ask", new ConsultQuestions(say, typed, wrong));
            if (refused != null) model.put("refused", refused);
            boolean fine = wrong.isEmpty() && refused == null;
            return new ModelAndView("opinion", model, fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (NotFound gone) {
            return closed("gone", HttpStatus.NOT_FOUND);
        } catch (Stopped stopped) {
            return stopped(stopped);
        }
    }

    private static ModelAndView stopped(Stopped stopped) {
        HttpStatus status = HttpStatus.valueOf(stopped.kind().status());
        if (status != HttpStatus.TOO_MANY_REQUESTS) throw stopped;
        return closed("stopped", status);
    }

    private static ModelAndView closed(String why, HttpStatus status) {
        return new ModelAndView("opinion", Map.of("closed", why), status);
    }
}
