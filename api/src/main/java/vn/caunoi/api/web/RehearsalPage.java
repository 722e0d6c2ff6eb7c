package vn.caunoi.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.designer.RehearsalDesk;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Rehearsing;

/** A designer lets past cases run through a draft, or through another published version, before anybody works by it. */
@Controller
class RehearsalPage {

    private final RehearsalDesk desk;
    private final StudioDesk studio;
    private final Library library;

    RehearsalPage(RehearsalDesk desk, StudioDesk studio, Library library) {
        this.desk = desk;
        this.studio = studio;
        this.library = library;
    }

    @GetMapping("/processes/{key}/rehearsals")
    String form(@PathVariable String key, @RequestParam(required = false) @Nullable String kept, Model model) {
        desk.mustBeKnown(key);
        if (kept != null) model.addAttribute("kept", studio.find(kept));
        return shown(key, model);
    }

    private String shown(String key, Model model) {
        List<Integer> versions = library.models().stream()
                .filter(one -> one.key().equals(key))
                .map(Library.Entry::version)
                .toList();
        model.addAttribute("key", key).addAttribute("versions", versions);
        return "rehearsal";
    }

    /** Changes nothing, so the answer is the page itself. @param kept a draft of the studio */
    @PostMapping("/processes/{key}/rehearsals")
    String rehearse(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable MultipartFile draft,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String kept,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sample,
            Model model)
            throws IOException {
        model.addAttribute("from", from).addAttribute("to", to).addAttribute("sample", sample);
        model.addAttribute("version", version);
        if (kept != null) model.addAttribute("kept", studio.find(kept));
        switch (desk.rehearse(key, xml(key, draft, version, kept), from, to, sample)) {
            case Rehearsing.Rehearsed done -> model.addAttribute("outcome", done.outcome());
            case Rehearsing.Refused refused -> model.addAttribute("problems", refused.problems());
        }
        return shown(key, model);
    }

    private byte[] xml(String key, @Nullable MultipartFile draft, @Nullable Integer version, @Nullable String kept)
            throws IOException {
        if (draft != null && !draft.isEmpty()) return draft.getBytes();
        if (version != null) return desk.published(key, version);
        if (kept != null) return studio.find(kept).xml().getBytes(StandardCharsets.UTF_8);
        throw Input.refusal("draft", "required", "must be given");
    }
}
