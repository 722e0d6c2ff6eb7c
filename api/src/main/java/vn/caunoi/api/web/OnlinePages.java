package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.citizen.AlreadySent;
import vn.caunoi.api.citizen.OnlineDesk;
import vn.caunoi.api.citizen.OnlineLimits;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.CitizenLogin;
import vn.caunoi.core.petition.Refusal;

/**
 * People without an account hand in: write, look over, send. All by POST, so that the secret of what is written stays in no
 * address; nothing needs script.
 */
@Controller
class OnlinePages {

    private final OnlineDesk desk;
    private final Names names;
    private final Words say;
    private final Problems problems;
    private final Categories categories;
    private final OnlineLimits limits;
    private final CitizenLogin citizens;

    OnlinePages(
            OnlineDesk desk,
            Names names,
            Words say,
            Problems problems,
            Categories categories,
            OnlineLimits limits,
            CitizenLogin citizens) {
        this.citizens = citizens;
        this.limits = limits;
        this.desk = desk;
        this.names = names;
        this.say = say;
        this.problems = problems;
        this.categories = categories;
    }

    @GetMapping("/public/hand-in")
    ModelAndView empty() {
        desk.mustBeOpen();
        return form(new OnlineDesk.Written("", Map.of(), List.of()), HttpStatus.OK);
    }

    /** @param then what is wanted: to look it over, or to keep it for later */
    @PostMapping("/public/hand-in")
    ModelAndView write(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "check") String then,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request) {
        // a field that people do not see; who fills it in is a program
        if (!sent.toSingleValueMap().getOrDefault("website", "").isEmpty()) throw new Stopped(ProblemKind.TOO_MANY);
        OnlineDesk.Written before =
                new OnlineDesk.Written(sent.toSingleValueMap().getOrDefault("secret", ""), typed(sent), List.of());
        try {
            OnlineDesk.Written written = desk.keep(
                    Lists.blankToNull(before.secret()), before.typed(), chosen(files), request.getRemoteAddr());
            if (then.equals("keep")) return form(written, HttpStatus.OK).addObject("kept", grouped(written.secret()));
            return checked(written, request);
        } catch (AlreadySent over) {
            return sentBefore(before.typed(), over);
        } catch (Refusal refusal) {
            return refused(before, refusal);
        } catch (Stopped stopped) {
            return refused(before, stopped);
        }
    }

    /** What was typed since stands there still; sent on, it is another petition. */
    private ModelAndView sentBefore(Map<String, String> typed, AlreadySent sent) {
        return form(new OnlineDesk.Written("", typed, List.of()), HttpStatus.CONFLICT)
                .addObject("sent", sent.code());
    }

    @PostMapping("/public/hand-in/continue")
    ModelAndView goOn(@RequestParam(defaultValue = "") String secret, HttpServletRequest request) {
        try {
            return form(desk.goOn(secret, request.getRemoteAddr()), HttpStatus.OK);
        } catch (AlreadySent sent) {
            return sentBefore(Map.of(), sent);
        } catch (NotFound unknown) {
            return empty().addObject("refused", say.text("online.unknown"));
        } catch (Stopped stopped) {
            return refused(new OnlineDesk.Written("", Map.of(), List.of()), stopped);
        }
    }

    @PostMapping("/public/hand-in/without")
    ModelAndView without(
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String file,
            HttpServletRequest request) {
        try {
            return checked(desk.without(secret, file, request.getRemoteAddr()), request);
        } catch (AlreadySent sent) {
            return sentBefore(Map.of(), sent);
        }
    }

    @PostMapping("/public/hand-in/send")
    ModelAndView send(@RequestParam(defaultValue = "") String secret, HttpServletRequest request) {
        try {
            OnlineDesk.Sent sent = desk.send(
                    secret,
                    typed -> new OnlineForm(typed, say, names.units()).input(categories::kept),
                    citizens.vouched(request).orElse(null),
                    request.getRemoteAddr());
            return new ModelAndView("online-done")
                    .addObject("code", sent.receipt().code().value())
                    .addObject("pin", sent.receipt().pin())
                    .addObject("signing", sent.signing())
                    .addObject(
                            "address",
                            ServletUriComponentsBuilder.fromCurrentContextPath()
                                    .path("/t")
                                    .toUriString());
        } catch (Refusal refusal) {
            return refused(desk.goOn(secret, request.getRemoteAddr()), refusal);
        } catch (Stopped stopped) {
            return refused(desk.goOn(secret, request.getRemoteAddr()), stopped);
        }
    }

    ModelAndView checked(OnlineDesk.Written written, HttpServletRequest request) {
        OnlineForm form = new OnlineForm(written.typed(), say, names.units());
        HandInInput input;
        try {
            input = form.input(categories::kept);
            desk.check(written, input);
        } catch (Refusal refusal) {
            return refused(written, refusal);
        }
        return new ModelAndView("online-check")
                .addObject("written", written)
                .addObject("summary", form.summary())
                .addObject("signing", desk.signing(citizens.vouched(request).orElse(null), input));
    }

    private ModelAndView form(OnlineDesk.Written written, HttpStatus status) {
        return page(written, new OnlineForm(written.typed(), say, names.units()), status);
    }

    private ModelAndView refused(OnlineDesk.Written written, Refusal refusal) {
        OnlineForm form = new OnlineForm(written.typed(), say, names.units())
                .wrong(refusal, one -> problems.message(one, Words.locale()));
        ModelAndView page = page(written, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return form.errors().isEmpty() ? page.addObject("refused", why(refusal)) : page;
    }

    private String why(Refusal refusal) {
        if (refusal.violations().isEmpty()) return problems.message(refusal.reason(), Words.locale());
        Refusal.Violation first = refusal.violations().getFirst();
        if (first.field().equals("files"))
            return say.text("online.files.toomuch", limits.files(), limits.megabytesEach(), limits.megabytesTogether());
        return problems.message(first, Words.locale());
    }

    private ModelAndView refused(OnlineDesk.Written written, Stopped stopped) {
        HttpStatus status = HttpStatus.valueOf(stopped.kind().status());
        String word = stopped.kind() == ProblemKind.TOO_MANY ? "online.toomany" : "online.badfile";
        return page(written, new OnlineForm(written.typed(), say, names.units()), status)
                .addObject("refused", say.text(word));
    }

    private ModelAndView page(OnlineDesk.Written written, OnlineForm form, HttpStatus status) {
        return new ModelAndView("online", Map.of("written", written, "form", form, "limits", limits), status);
    }

    private static Map<String, String> typed(MultiValueMap<String, String> sent) {
        return OnlineForm.typed(sent.toSingleValueMap());
    }

    /** An input for files that was left empty sends one without a name. */
    private static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    private static String grouped(String secret) {
        return secret.replaceAll("(.{5})(?=.)", "$1-");
    }
}
