package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.officer.CaseInput;
import vn.caunoi.api.officer.DuplicateDesk;
import vn.caunoi.api.officer.GatherDesk;
import vn.caunoi.api.officer.Matters;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;

/** Petitions about one thing: those merged into the one that is worked, and those that may be added. */
@Controller
class MatterPage {

    private static final int MOST = 100;

    private final VisibleCases visible;
    private final Matters matters;
    private final DuplicateDesk duplicates;
    private final GatherDesk desk;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Problems problems;
    private final Words say;

    MatterPage(
            VisibleCases visible,
            Matters matters,
            DuplicateDesk duplicates,
            GatherDesk desk,
            ReadingLog readings,
            CurrentActor current,
            Problems problems,
            Words say) {
        this.visible = visible;
        this.matters = matters;
        this.duplicates = duplicates;
        this.desk = desk;
        this.readings = readings;
        this.current = current;
        this.problems = problems;
        this.say = say;
    }

    @GetMapping("/cases/{id}/matter")
    ModelAndView show(@PathVariable String id) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        CaseFile file = visible.find(id, actor);
        readings.note(file.id(), actor, Reading.What.PAGE, null);
        return page(file, actor, Map.of(), "", HttpStatus.OK);
    }

    @PostMapping("/cases/{id}/matter")
    ModelAndView gather(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> petition,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        CaseFile file = visible.find(id, actor);
        try {
            GatherDesk.Gathered gathered = desk.gather(id, new CaseInput.Gather(nullable(petition), reason), actor);
            next.addFlashAttribute("gathered", gathered.merged().size());
            if (!gathered.left().isEmpty()) next.addFlashAttribute("refused", left(gathered));
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) {
                next.addFlashAttribute("refused", problems.message(refusal.reason(), Words.locale()));
            } else {
                return page(file, actor, messages(refusal), reason, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        return Pages.seeOther("/cases/" + file.id() + "/matter");
    }

    private String left(GatherDesk.Gathered gathered) {
        StringBuilder all = new StringBuilder();
        gathered.left().forEach(one -> all.append(one.petition())
                .append(": ")
                .append(say.or("reason." + one.why(), say.text("matter.unknown")))
                .append(' '));
        return all.toString().strip();
    }

    private Map<String, String> messages(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        return wrong;
    }

    private static @Nullable List<@Nullable String> nullable(@Nullable List<String> petitions) {
        return petitions == null
                ? null
                : petitions.stream().<@Nullable String>map(one -> one).toList();
    }

    private ModelAndView page(CaseFile file, Actor actor, Map<String, String> wrong, String reason, HttpStatus status) {
        boolean open = file.status() != Status.CLOSED;
        return new ModelAndView("matter", Map.of("file", file, "wrong", wrong, "reason", reason, "open", open), status)
                .addObject("merged", matters.merged(file, Visibility.of(actor)))
                .addObject(
                        "alike",
                        !open
                                ? List.of()
                                : duplicates.like(file.id().value(), MOST, actor).stream()
                                        .filter(one -> one.status() != Status.CLOSED)
                                        .toList());
    }
}
