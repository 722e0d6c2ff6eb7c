package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.Block;
import vn.caunoi.api.letter.LetterDesk;
import vn.caunoi.api.letter.LetterInput;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.letter.Letter;

/** One letter: how it looks, where it stands, and what may be done with it next. */
@Controller
class LetterPage {

    private static final Pattern SIGNATORY = Pattern.compile("signatories\\[(\\d+)]\\.(name|refusal)");

    private final LetterDesk desk;
    private final LetterLook look;
    private final VisibleCases cases;
    private final FileDesk files;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;
    private final Drafts drafts;

    LetterPage(
            LetterDesk desk,
            LetterLook look,
            VisibleCases cases,
            FileDesk files,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems,
            Drafts drafts) {
        this.drafts = drafts;
        this.desk = desk;
        this.look = look;
        this.cases = cases;
        this.files = files;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    @GetMapping("/cases/{id}/letters/{letter}")
    String show(@PathVariable String id, @PathVariable String letter, Model model) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        Optional<Draft> left = drafts.find(actor.id(), another(id, letter, actor));
        fill(model.asMap(), id, letter, actor, left.map(Draft::typed).orElse(Map.of()), Map.of());
        left.ifPresent(draft -> model.addAttribute("keptAt", draft.keptAt()));
        return "letter";
    }

    /** Where another draft of the letter as it stands is kept. */
    private Drafts.Place another(String id, String letter, Actor actor) {
        return Drafts.Place.ofRedraft(
                cases.find(id, actor).id(), letter, look.read(id, letter, actor).draft());
    }

    private void fill(
            Map<String, Object> model,
            String id,
            String letter,
            Actor actor,
            Map<String, String> typed,
            Map<String, String> wrong) {
        Letter found = look.read(id, letter, actor);
        model.put("file", cases.find(id, actor));
        model.put("letter", found);
        model.put("title", names.letter(found.template()));
        model.put("paper", desk.sheet(found));
        model.put("mayWork", actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD));
        model.put("isHead", actor.is(Role.HEAD));
        boolean unsigned = found.state() == LetterState.SUBMITTED;
        model.put("blocks", unsigned ? desk.blocks(found, actor) : List.of());
        model.put("paperBlocks", unsigned ? desk.paperBlocks(found) : List.of());
        model.put("places", desk.places(found));
        model.put("ask", new LetterQuestions(say, typed, wrong));
    }

    @PostMapping("/cases/{id}/letters/{letter}/{what}")
    ModelAndView act(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String what,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            RedirectAttributes next)
            throws IOException {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        Drafts.Place before = another(id, letter, actor);
        try {
            desk.act(id, letter, what, order(what, sent, uploaded(scan, actor)), actor);
            if (what.equals("redraft")) drafts.drop(actor.id(), before);
            next.addFlashAttribute("said", "letter." + what);
            return Pages.seeOther("/cases/" + id + "/letters/" + letter);
        } catch (Refusal refusal) {
            Map<String, Object> model = new LinkedHashMap<>();
            Map<String, String> wrong = wrong(what, refusal);
            fill(model, id, letter, actor, sent, wrong);
            if (wrong.isEmpty()) model.put("refused", problems.message(refusal.reason(), Words.locale()));
            return new ModelAndView("letter", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private @Nullable String uploaded(@Nullable MultipartFile scan, Actor by) throws IOException {
        if (scan == null || scan.isEmpty()) return null;
        try (InputStream content = scan.getInputStream()) {
            return files.take(content, Objects.requireNonNullElse(scan.getOriginalFilename(), "scan"), by)
                    .id();
        }
    }

    private static LetterInput.Order order(String what, Map<String, String> sent, @Nullable String scan) {
        Input check = new Input();
        String at = what + ".";
        LocalDate sentOn = day(check, "sentOn", sent.get(at + "sentOn"));
        LocalDate deliveredOn = day(check, "deliveredOn", sent.get(at + "deliveredOn"));
        check.mustBeValid();
        @Nullable String[] who = who(sent.get(at + "signer"));
        return new LetterInput.Order(
                draft(sent.get("draft")),
                sent.get(at + "subject"),
                sent.get(at + "addressee"),
                sent.get(at + "body"),
                sent.get(at + "recipients"),
                sent.get(at + "reason"),
                who[0] == null ? sent.get(at + "as") : who[0],
                sent.get(at + "title"),
                who[1],
                signatories(sent, at),
                scan,
                sentOn,
                sent.get(at + "way"),
                sent.get(at + "trace"),
                deliveredOn,
                sent.get(at + "receiver"));
    }

    /** In which capacity, and who: as {@link Block#key} has it. */
    private static @Nullable String[] who(@Nullable String key) {
        int colon = key == null ? -1 : key.indexOf(':');
        if (key == null || colon < 0) return new @Nullable String[] {null, null};
        return new @Nullable String[] {key.substring(0, colon), key.substring(colon + 1)};
    }

    private static List<LetterInput.@Nullable Signed> signatories(Map<String, String> sent, String at) {
        List<LetterInput.@Nullable Signed> all = new ArrayList<>();
        for (int i = 0; sent.containsKey(at + "place" + i); i++) {
            all.add(new LetterInput.Signed(
                    sent.get(at + "place" + i), sent.get(at + "signed" + i), sent.get(at + "unsigned" + i)));
        }
        return all;
    }

    /** The draft the form was made from; none is one that never was, so that nothing is done unseen. */
    private static int draft(@Nullable String text) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static @Nullable LocalDate day(Input check, String field, @Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            check.wrong(field, "malformed", "is not a day");
            return null;
        }
    }

    private Map<String, String> wrong(String what, Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> messages.putIfAbsent(
                        what + "." + asked(what, one.field()), problems.message(one, Words.locale())));
        return messages;
    }

    private static String asked(String what, String field) {
        if (!what.equals("sign")) return field;
        if (field.equals("name")) return "signer";
        Matcher one = SIGNATORY.matcher(field);
        if (!one.matches()) return field;
        return (one.group(2).equals("name") ? "signed" : "unsigned") + one.group(1);
    }
}
