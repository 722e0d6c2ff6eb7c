package vn.caunoi.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.DraftPart;
import vn.caunoi.api.designer.ModelDraft;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.designer.VersionDesk;
import vn.caunoi.api.designer.Wish;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.Examples;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.TableBook;
import vn.caunoi.processes.studio.Waivers;
import vn.caunoi.projections.PlainText;

/** The studio: designers begin drafts, see what a draft changes, and publish it. */
@Controller
class StudioPages {

    private static final String ALL = "/studio";
    private static final int ROWS = 25;

    private final StudioDesk desk;
    private final Library library;
    private final VersionDesk versions;
    private final Problems problems;
    private final Explained explained;
    private final Names names;
    private final Words say;
    private final StepNames steps;
    private final CurrentActor current;

    StudioPages(
            StudioDesk desk,
            Library library,
            VersionDesk versions,
            Problems problems,
            Explained explained,
            Names names,
            Words say,
            StepNames steps,
            CurrentActor current) {
        this.steps = steps;
        this.current = current;
        this.versions = versions;
        this.explained = explained;
        this.names = names;
        this.say = say;
        this.desk = desk;
        this.library = library;
        this.problems = problems;
    }

    /** Which drafts, by what the reader has to do with them. */
    enum Whose {
        ALL,
        /** Begun or last saved by the reader. */
        MINE,
        /** Proposed, and waiting for another designer. */
        PROPOSED
    }

    private record Wanted(@Nullable String text, Whose whose, OfficerId reader) {

        boolean fits(ModelDraft one, String process) {
            boolean which =
                    switch (whose) {
                        case ALL -> true;
                        case MINE ->
                            one.madeBy().equals(reader.value())
                                    || one.changedBy().equals(reader.value());
                        case PROPOSED -> one.proposedBy() != null;
                    };
            if (!which || text == null) return which;
            String said = PlainText.of(one.name() + " " + one.description() + " " + process);
            return Arrays.stream(PlainText.of(text).split("\\s+")).allMatch(said::contains);
        }

        UriComponentsBuilder address() {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(ALL);
            Lists.put(address, "q", text);
            if (whose != Whose.ALL) address.queryParam("whose", whose);
            return address.encode();
        }
    }

    /** @param page from 0 */
    @GetMapping(ALL)
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String whose,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Whose which = Asked.choice("whose", Lists.blankToNull(whose), Whose.class);
        fill(model.asMap(), "", "", Lists.text("q", q), which == null ? Whose.ALL : which, page);
        return "studio";
    }

    private void fill(Map<String, Object> model, String from, String name) {
        fill(model, from, name, null, Whose.ALL, 0);
    }

    private void fill(
            Map<String, Object> model, String from, String name, @Nullable String text, Whose whose, int page) {
        List<ModelDraft> all = desk.all();
        var wanted = new Wanted(text, whose, current.get().id());
        List<ModelDraft> found = all.stream()
                .filter(one -> wanted.fits(one, one.basedKey() == null ? "" : steps.process(one.basedKey())))
                .toList();
        Lists.slice(model, "drafts", found, wanted.address(), page, ROWS);
        model.put("count", found.size());
        model.put("any", !all.isEmpty());
        model.put("q", text);
        model.put("whose", whose);
        model.put("whoses", Whose.values());
        model.put("models", library.models());
        model.put("examples", Examples.NAMES);
        model.put("tables", TableBook.NAMES);
        model.put("from", from);
        model.put("name", name);
    }

    @PostMapping(ALL)
    ModelAndView begin(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        byte[] given = file == null || file.isEmpty() ? null : file.getBytes();
        try {
            String id = desk.begin(from, given, name);
            next.addFlashAttribute("said", "studio.begun");
            return Pages.seeOther(ALL + "/" + id);
        } catch (Refusal refusal) {
            ModelAndView page = new ModelAndView("studio", HttpStatus.UNPROCESSABLE_CONTENT);
            fill(page.getModel(), from, name);
            return page.addObject("wrong", wrong(refusal));
        }
    }

    @GetMapping(ALL + "/{id}")
    String draw(@PathVariable String id, Model model) {
        model.addAttribute("draft", desk.find(id));
        model.addAttribute("tables", TableBook.NAMES);
        model.addAttribute("parts", desk.parts(id).stream().map(DraftPart::name).toList());
        return "studio-draft";
    }

    @GetMapping(ALL + "/{id}/file")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        ModelDraft draft = desk.find(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(draft.name() + ".bpmn", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(draft.xml().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(ALL + "/{id}/name")
    ModelAndView describe(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String description,
            RedirectAttributes next) {
        try {
            desk.describe(id, name, description);
            next.addFlashAttribute("said", "studio.described");
        } catch (Refusal refusal) {
            next.addFlashAttribute("refused", String.join(" ", wrong(refusal).values()));
        }
        return Pages.seeOther(ALL + "/" + desk.find(id).id());
    }

    @PostMapping(ALL + "/{id}/remove")
    ModelAndView remove(@PathVariable String id, RedirectAttributes next) {
        desk.remove(id);
        next.addFlashAttribute("said", "studio.removed");
        return Pages.seeOther(ALL);
    }

    /** @param with {@code key/version} to compare with; the version it began with when nothing is said */
    @GetMapping(ALL + "/{id}/changes")
    String changes(@PathVariable String id, @RequestParam(required = false) @Nullable String with, Model model) {
        review(desk.find(id), with, model.asMap());
        return "studio-changes";
    }

    private void review(ModelDraft draft, @Nullable String with, Map<String, Object> model) {
        model.put("draft", draft);
        model.put("models", library.models());
        model.put("secondPerson", desk.isBySecondPerson());
        model.put("units", names.units());
        model.put("wish", new Wish(""));
        model.put("awaited", versions.awaited(draft));
        model.put("problems", desk.problems(draft));
        model.put("waivers", Waivers.of(draft.xml().getBytes(StandardCharsets.UTF_8)));
        String other = with == null || with.isBlank() ? begunWith(draft) : with;
        model.put("with", other);
        model.put("sentences", explained.sentences(desk.explainedParts(draft)));
        if (other == null) return;
        String[] parts = other.split("/", 2);
        boolean named = parts.length == 2 && parts[0].matches("[a-z0-9-]{1,60}") && parts[1].matches("\\d{1,9}");
        if (!named) throw new NotFound();
        int version = Integer.parseInt(parts[1]);
        Differences.fill(model, desk.changes(draft, parts[0], version));
        model.put("sentences", explained.sentences(desk.explained(draft, parts[0], version)));
    }

    private static @Nullable String begunWith(ModelDraft draft) {
        return draft.basedKey() == null ? null : draft.basedKey() + "/" + draft.basedVersion();
    }

    @PostMapping(ALL + "/{id}/publish")
    ModelAndView publish(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "0") int parts,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") List<String> units,
            RedirectAttributes next) {
        Wish wish = new Wish(note, from, units);
        try {
            return told(id, wish, desk.publish(id, new ModelDraft.Seen(revision, parts), wish), next);
        } catch (Refusal refusal) {
            return again(id, wish, wrong(refusal), null);
        }
    }

    @PostMapping(ALL + "/{id}/approve")
    ModelAndView approve(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "0") int parts,
            @RequestParam(defaultValue = "") String proposal,
            RedirectAttributes next) {
        Wish none = new Wish("");
        try {
            return told(id, none, desk.approve(id, new ModelDraft.Seen(revision, parts), proposal), next);
        } catch (Refusal refusal) {
            return again(id, none, wrong(refusal), null);
        }
    }

    @PostMapping(ALL + "/{id}/decline")
    ModelAndView decline(
            @PathVariable String id,
            @RequestParam int revision,
            @RequestParam(defaultValue = "0") int parts,
            @RequestParam(defaultValue = "") String proposal,
            RedirectAttributes next) {
        try {
            desk.decline(id, new ModelDraft.Seen(revision, parts), proposal);
            next.addFlashAttribute("said", "studio.declined");
            return Pages.seeOther(ALL + "/" + desk.find(id).id() + "/changes");
        } catch (Refusal refusal) {
            return again(id, new Wish(""), wrong(refusal), null);
        }
    }

    private ModelAndView told(String id, Wish wish, StudioDesk.Publication became, RedirectAttributes next) {
        return switch (became) {
            case StudioDesk.Published done -> {
                next.addFlashAttribute("said", "studio.published");
                yield Pages.seeOther("/processes/" + done.key() + "/versions/" + done.version());
            }
            case StudioDesk.Proposed waits -> {
                next.addFlashAttribute("said", "studio.proposed");
                yield Pages.seeOther(ALL + "/" + desk.find(id).id() + "/changes");
            }
            case StudioDesk.Refused refused -> again(id, wish, Map.of(), refused.problems());
        };
    }

    private ModelAndView again(String id, Wish wish, Map<String, String> wrong, @Nullable List<Problem> found) {
        ModelAndView page = new ModelAndView("studio-changes", HttpStatus.UNPROCESSABLE_CONTENT);
        review(desk.find(id), null, page.getModel());
        if (found != null) page.addObject("problems", found);
        return page.addObject("wish", wish).addObject("wrong", wrong);
    }

    private Map<String, String> wrong(Refusal refusal) {
        Map<String, String> wrong = new LinkedHashMap<>();
        refusal.violations().forEach(one -> wrong.putIfAbsent(one.field(), problems.message(one, Words.locale())));
        if (wrong.isEmpty()) wrong.put("note", say.text("reason." + refusal.reason()));
        return wrong;
    }
}
