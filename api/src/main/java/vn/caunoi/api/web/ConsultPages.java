package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.consult.ConsultDesk;
import vn.caunoi.api.consult.ConsultInput;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.consult.Consult;

/** Asking for an opinion from a case, and what becomes of it there. */
@Controller
class ConsultPages {

    private final ConsultDesk desk;
    private final FileDesk files;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;

    ConsultPages(ConsultDesk desk, FileDesk files, CurrentActor current, Names names, Words say, Problems problems) {
        this.desk = desk;
        this.files = files;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/cases/{id}/consults/new")
    String empty(@PathVariable String id, Model model) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        fill(model.asMap(), id, actor, new LinkedMultiValueMap<>(), Map.of());
        return "consult-new";
    }

    private void fill(
            Map<String, Object> model,
            String id,
            Actor actor,
            MultiValueMap<String, String> sent,
            Map<String, String> wrong) {
        CaseFile file = desk.file(id, actor);
        DeadlineRule rule = desk.rule(file);
        model.put("file", file);
        model.put("documents", files.of(file, actor));
        model.put("chosen", Set.copyOf(sent.getOrDefault("papers", List.of())));
        model.put(
                "units",
                names.units().stream()
                        .filter(unit -> !unit.id().equals(file.unit().value()))
                        .toList());
        model.put("usual", String.valueOf(rule.limit().amount()));
        model.put("ask", new ConsultQuestions(say, sent.toSingleValueMap(), wrong));
    }

    @PostMapping("/cases/{id}/consults")
    ModelAndView ask(
            @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        try {
            var begun = desk.ask(id, asked(sent), actor, seed(id, sent, actor));
            next.addFlashAttribute("said", "consult.ask");
            return Pages.seeOther("/cases/" + id + "/consults/" + begun.consult());
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = wrong("", refusal);
            fill(model, id, actor, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("consult-new", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static ConsultInput.Ask asked(MultiValueMap<String, String> sent) {
        Input input = new Input();
        String days = Lists.blankToNull(sent.getFirst("workingDays"));
        if (days != null && !days.matches("\\d{1,4}")) input.wrong("workingDays", "malformed", "is no number");
        input.mustBeValid();
        List<@Nullable String> papers = new ArrayList<>(sent.getOrDefault("papers", List.of()));
        return new ConsultInput.Ask(
                sent.getFirst("unit"),
                sent.getFirst("body"),
                sent.getFirst("email"),
                sent.getFirst("question"),
                papers,
                days == null ? null : Integer.valueOf(days),
                "true".equals(sent.getFirst("mail")));
    }

    /** The same form sent twice is one request. */
    private static String seed(String id, MultiValueMap<String, String> sent, Actor actor) {
        Map<String, List<String>> typed = new TreeMap<>(sent);
        typed.remove("_csrf");
        String whole = id + "\0" + actor.id() + "\0" + typed;
        return "consult " + UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/cases/{id}/consults/{consult}")
    String show(@PathVariable String id, @PathVariable String consult, Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        present(model.asMap(), id, consult, actor, Map.of(), Map.of());
        return "consult";
    }

    private void present(
            Map<String, Object> model,
            String id,
            String consult,
            Actor actor,
            Map<String, String> typed,
            Map<String, String> wrong) {
        CaseFile file = desk.file(id, actor);
        Consult found = desk.find(file, consult, actor);
        boolean works = actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
        boolean mayAct = works && actor.covers(file.unit()) && found.state().isOpen();
        model.put("file", file);
        model.put("consult", found);
        model.put("papers", files.shown(found.papers(), file.id()));
        model.put("came", files.shown(found.files(), file.id()));
        model.put("mayAct", mayAct);
        String link = mayAct ? desk.link(found) : null;
        if (link != null) model.put("link", link);
        if (found.isOutside()) model.put("looks", desk.looks(found));
        model.put("ask", new ConsultQuestions(say, typed, wrong));
    }

    @PostMapping("/cases/{id}/consults/{consult}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String consult,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        try {
            order(id, consult, what, sent, files == null ? List.of() : files, actor);
            next.addFlashAttribute("said", "consult." + what);
            return Pages.seeOther("/cases/" + id + "/consults/" + consult);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = wrong(what + ".", refusal);
            present(model, id, consult, actor, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("consult", model, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Stopped stopped) {
            if (stopped.kind() != ProblemKind.UNSUPPORTED_TYPE) throw stopped;
            Map<String, Object> model = new LinkedHashMap<>();
            present(model, id, consult, actor, sent, Map.of());
            model.put("refused", say.text("opinion.file"));
            return new ModelAndView("consult", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void order(
            String id, String consult, String what, Map<String, String> sent, List<MultipartFile> uploads, Actor actor)
            throws IOException {
        switch (what) {
            case "take-back" ->
                desk.takeBack(id, consult, new ConsultInput.Reason(sent.get("take-back.reason")), actor);
            case "link" ->
                desk.newLink(id, consult, new ConsultInput.Link("true".equals(sent.get("link.mail"))), actor);
            case "revoke" -> desk.revoke(id, consult, actor);
            case "write-down" -> {
                LocalDate on = day(sent.get("write-down.answeredOn"));
                List<@Nullable String> came = taken(files, uploads, actor);
                desk.writeDown(
                        id,
                        consult,
                        new ConsultInput.Answer(sent.get("write-down.text"), came, sent.get("write-down.name"), on),
                        actor);
            }
            default -> throw new NotFound();
        }
    }

    /** Uploaded with a form, as own files until they are put into the case. */
    static List<@Nullable String> taken(FileDesk files, List<MultipartFile> uploads, Actor by) throws IOException {
        List<@Nullable String> ids = new ArrayList<>();
        for (MultipartFile upload : uploads) {
            if (upload.isEmpty()) continue;
            try (InputStream content = upload.getInputStream()) {
                ids.add(files.take(content, Objects.requireNonNullElse(upload.getOriginalFilename(), "file"), by)
                        .id());
            }
        }
        return ids;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw Input.refusal("answeredOn", "malformed", "is not a day");
        }
    }

    private Map<String, String> wrong(String form, Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> messages.putIfAbsent(form + one.field(), problems.message(one, Words.locale())));
        return messages;
    }
}
