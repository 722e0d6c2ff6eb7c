package vn.caunoi.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.designer.DraftPart;
import vn.caunoi.api.designer.ModelDraft;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.letter.FormDesk;
import vn.caunoi.api.letter.FormInput;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.TableBook;

/** What a draft carries beside its diagram: limits of the law as a table, other decision tables whole, and forms of letters. */
@Controller
class PackagePages {

    private static final String ALL = "/studio/{id}/package";
    private static final String LIMITS = "deadlines.dmn";
    private static final String LETTERS = "letters.json";

    private final StudioDesk desk;
    private final FormDesk letters;
    private final LetterFormFields fields;
    private final Explained explained;
    private final Problems problems;

    PackagePages(StudioDesk desk, FormDesk letters, LetterFormFields fields, Explained explained, Problems problems) {
        this.desk = desk;
        this.letters = letters;
        this.fields = fields;
        this.explained = explained;
        this.problems = problems;
    }

    /** A decision table that is published whole. @param part as the draft has it; null while it has none */
    record Whole(String name, @Nullable DraftPart part) {}

    private List<Whole> others(String id) {
        return TableBook.NAMES.stream()
                .filter(name -> !LIMITS.equals(name + ".dmn"))
                .map(name -> new Whole(name, desk.part(id, name + ".dmn").orElse(null)))
                .toList();
    }

    @GetMapping(ALL)
    String show(@PathVariable String id, Model model) {
        ModelDraft draft = desk.find(id);
        model.addAttribute("draft", draft);
        model.addAttribute("table", desk.part(id, LIMITS).orElse(null));
        model.addAttribute("others", others(id));
        model.addAttribute("seen", seen(id, LETTERS));
        model.addAttribute("letters", desk.letters(id));
        model.addAttribute(
                "known",
                letters.all().stream().map(LetterForm::id).distinct().sorted().toList());
        model.addAttribute("sentences", explained.sentences(desk.explainedParts(draft)));
        model.addAttribute(
                "problems",
                desk.problems(draft).stream()
                        .filter(one -> isPart(one.element()))
                        .toList());
        return "studio-package";
    }

    private static boolean isPart(@Nullable String element) {
        return element != null && (element.equals(LETTERS) || element.endsWith(".dmn"));
    }

    private int seen(String id, String part) {
        return desk.part(id, part).map(DraftPart::revision).orElse(0);
    }

    /** As it stands in the draft, or as it is in force, to begin with. */
    @GetMapping(ALL + "/" + LIMITS)
    ResponseEntity<byte[]> table(@PathVariable String id) {
        String text = desk.part(id, LIMITS).map(DraftPart::content).orElseGet(() -> desk.limitsInForce());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(LIMITS).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping(ALL + "/" + LIMITS)
    ModelAndView upload(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next)
            throws IOException {
        if (file != null && !file.isEmpty())
            told(kept(() -> desk.savePart(id, LIMITS, seen, file.getBytes()), next), next);
        return back(id);
    }

    /** How something is kept; false when somebody else was first. */
    private interface Keeping {
        boolean keep() throws IOException;
    }

    private @Nullable Boolean kept(Keeping keeping, RedirectAttributes next) throws IOException {
        try {
            return keeping.keep();
        } catch (Refusal refusal) {
            next.addFlashAttribute(
                    "refused",
                    refusal.violations().isEmpty()
                            ? problems.message(refusal.reason(), Words.locale())
                            : problems.message(refusal.violations().getFirst(), Words.locale()));
            return null;
        }
    }

    private static void told(@Nullable Boolean kept, RedirectAttributes next) {
        if (kept != null) next.addFlashAttribute("said", kept ? "studio.part" : "studio.part.overtaken");
    }

    @PostMapping(ALL + "/" + LIMITS + "/remove")
    ModelAndView removeTable(@PathVariable String id, @RequestParam int seen, RedirectAttributes next) {
        told(desk.removePart(id, LIMITS, seen), next);
        return back(id);
    }

    /** @param form id of a form in force or in the draft, or {@code new} */
    @GetMapping(ALL + "/letters/{form}")
    String letter(@PathVariable String id, @PathVariable String form, Model model) {
        LetterForm known = form.equals("new") ? null : inDraft(id, form);
        fields.fill(
                model.asMap(),
                form,
                fields.typed(known),
                known == null ? List.of() : LetterFormFields.kinds(known),
                Map.of());
        model.addAttribute("into", desk.find(id).id()).addAttribute("seen", seen(id, LETTERS));
        return "letter-form";
    }

    private LetterForm inDraft(String id, String form) {
        return desk.letters(id).stream()
                .filter(one -> one.id().equals(form))
                .findFirst()
                .or(() -> letters.present(form))
                .orElseThrow(NotFound::new);
    }

    @PostMapping(ALL + "/letters/{form}")
    ModelAndView save(
            @PathVariable String id,
            @PathVariable String form,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Map<String, Object> model =
                new LinkedHashMap<>(Map.of("into", desk.find(id).id(), "seen", seen));
        Map<String, String> wrong = new LinkedHashMap<>();
        try {
            FormInput input = LetterFormFields.input(form, sent);
            if (sent.getFirst("look") == null) {
                told(desk.saveLetter(id, seen, letters.checked(input)), next);
                return back(id);
            }
            model.put("preview", letters.preview(input));
        } catch (Refusal refusal) {
            wrong.putAll(fields.wrong(refusal));
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
        }
        fields.fill(model, form, sent.toSingleValueMap(), sent.getOrDefault("kinds", List.of()), wrong);
        boolean fine = model.containsKey("preview");
        return new ModelAndView("letter-form", model, fine ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(ALL + "/letters/{form}/remove")
    ModelAndView removeLetter(
            @PathVariable String id, @PathVariable String form, @RequestParam int seen, RedirectAttributes next) {
        told(desk.removeLetter(id, seen, form), next);
        return back(id);
    }

    private ModelAndView back(String id) {
        return Pages.seeOther("/studio/" + desk.find(id).id() + "/package");
    }
}
