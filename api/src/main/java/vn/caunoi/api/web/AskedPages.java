package vn.caunoi.api.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.consult.AskedDesk;
import vn.caunoi.api.consult.ConsultInput;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;

/** Opinions a unit is asked for, without the case; and those somebody waits for. */
@Controller
class AskedPages {

    private static final int ROWS = 50;

    private final AskedDesk desk;
    private final FileDesk files;
    private final CurrentActor current;
    private final Words say;
    private final Problems problems;

    AskedPages(AskedDesk desk, FileDesk files, CurrentActor current, Words say, Problems problems) {
        this.desk = desk;
        this.files = files;
        this.current = current;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/consults")
    String all(
            @RequestParam(defaultValue = "asked") String scope,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        Actor actor = worker();
        boolean waiting = scope.equals("waiting");
        String place = Lists.cursor(cursor);
        var page = waiting ? desk.waitedFor(actor, place, ROWS) : desk.asked(actor, place, ROWS);
        String word = waiting ? "waiting" : "asked";
        model.addAttribute("page", page)
                .addAttribute("waiting", waiting)
                .addAttribute("next", page.next() == null ? null : "/consults?scope=" + word + "&cursor=" + page.next())
                .addAttribute("first", cursor == null ? null : "/consults?scope=" + word);
        return "consults";
    }

    @GetMapping("/consults/{id}")
    String sheet(@PathVariable String id, Model model) {
        fill(model.asMap(), desk.look(id, worker()), Map.of(), Map.of());
        return "asked";
    }

    private void fill(
            Map<String, Object> model, AskedDesk.Sheet sheet, Map<String, String> typed, Map<String, String> wrong) {
        model.put("sheet", sheet);
        model.put("ask", new ConsultQuestions(say, typed, wrong));
    }

    @GetMapping("/consults/{id}/files/{file}")
    ResponseEntity<Resource> paper(@PathVariable String id, @PathVariable String file) {
        return desk.paper(id, file, worker());
    }

    @PostMapping("/consults/{id}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            RedirectAttributes next)
            throws IOException {
        Actor actor = worker();
        try {
            switch (what) {
                case "answer" -> {
                    List<@Nullable String> came =
                            ConsultPages.taken(files, uploads == null ? List.of() : uploads, actor);
                    desk.answer(id, new ConsultInput.Answer(sent.get("answer.text"), came, null, null), actor);
                }
                case "decline" -> desk.decline(id, new ConsultInput.Reason(sent.get("decline.reason")), actor);
                default -> throw new NotFound();
            }
            next.addFlashAttribute("said", "consult." + what);
            return Pages.seeOther("/consults/" + id);
        } catch (Refusal refusal) {
            Map<String, String> wrong = new LinkedHashMap<>();
            refusal.violations()
                    .forEach(one -> wrong.putIfAbsent(what + "." + one.field(), problems.message(one, Words.locale())));
            String why = wrong.isEmpty() ? problems.message(refusal.reason(), Words.locale()) : null;
            return again(desk.look(id, actor), sent, wrong, why);
        } catch (Stopped stopped) {
            if (stopped.kind() != ProblemKind.UNSUPPORTED_TYPE) throw stopped;
            return again(desk.look(id, actor), sent, Map.of(), say.text("opinion.file"));
        }
    }

    private ModelAndView again(
            AskedDesk.Sheet sheet, Map<String, String> typed, Map<String, String> wrong, @Nullable String refused) {
        Map<String, Object> model = new LinkedHashMap<>();
        fill(model, sheet, typed, wrong);
        if (refused != null) model.put("refused", refused);
        return new ModelAndView("asked", model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Actor worker() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
