package vn.caunoi.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.RehearsalDesk.Period;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.table.ProposedRules;
import vn.caunoi.processes.studio.Library;

/**
 * A designer lets past cases run through a draft, or through another published version, before anybody works by it: in
 * the background, with what it shows meanwhile and afterwards under an address of its own.
 */
@Controller
class RehearsalPage {

    private static final String ALL = "/processes/{key}/rehearsals";

    private final RehearsalDesk desk;
    private final StudioDesk studio;
    private final Library library;
    private final RehearsalWays ways;
    private final Words say;
    private final StepNames names;

    RehearsalPage(
            RehearsalDesk desk, StudioDesk studio, Library library, RehearsalWays ways, Words say, StepNames names) {
        this.desk = desk;
        this.studio = studio;
        this.library = library;
        this.ways = ways;
        this.say = say;
        this.names = names;
    }

    @GetMapping(ALL)
    String form(@PathVariable String key, @RequestParam(required = false) @Nullable String kept, Model model) {
        desk.mustBeKnown(key);
        fill(key, kept, model.asMap());
        return "rehearsal";
    }

    private void fill(String key, @Nullable String kept, Map<String, Object> model) {
        List<Integer> versions = library.models().stream()
                .filter(one -> one.key().equals(key))
                .map(Library.Entry::version)
                .toList();
        model.put("key", key);
        model.put("name", names.process(key));
        model.put("versions", versions);
        model.put("runs", desk.recent(key));
        if (kept != null) model.put("kept", studio.find(kept));
    }

    /** @param kept a draft of the studio */
    @PostMapping(ALL)
    ModelAndView begin(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile draft,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sample,
            RedirectAttributes next)
            throws IOException {
        desk.mustBeKnown(key);
        ModelAndView page = new ModelAndView("rehearsal", HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("from", from)
                .addObject("to", to)
                .addObject("sample", sample)
                .addObject("version", version);
        try {
            Wanted wanted = wanted(key, draft, version, kept);
            RehearsalDesk.Beginning begun =
                    desk.begin(key, wanted.xml(), wanted.name(), new Period(from, to, sample), wanted.proposed());
            if (!(begun instanceof RehearsalDesk.Refused refused)) return ways.led(begun, next);
            page.addObject("problems", refused.problems());
        } catch (Refusal refusal) {
            page.addObject("wrong", ways.wrong(refusal));
        }
        fill(key, kept, page.getModel());
        return page;
    }

    private record Wanted(byte[] xml, String name, ProposedRules proposed) {

        /** As it is, by the rules in force. */
        Wanted(byte[] xml, String name) {
            this(xml, name, ProposedRules.NONE);
        }
    }

    private Wanted wanted(String key, @Nullable MultipartFile draft, @Nullable Integer version, @Nullable String kept)
            throws IOException {
        if (draft != null && !draft.isEmpty()) {
            String file = draft.getOriginalFilename();
            return new Wanted(draft.getBytes(), file == null || file.isBlank() ? key : file.replace("\0", ""));
        }
        if (version != null) return new Wanted(desk.published(key, version), say.text("rehearsal.of.version", version));
        if (kept == null) throw Input.refusal("draft", "required", "must be given");
        var found = studio.find(kept);
        return new Wanted(found.xml().getBytes(StandardCharsets.UTF_8), found.name(), studio.proposedRules(found));
    }
}
