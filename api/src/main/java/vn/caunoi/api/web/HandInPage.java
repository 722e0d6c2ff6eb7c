package vn.caunoi.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.officer.DuplicateDesk;
import vn.caunoi.api.officer.HandInDesk;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.officer.PinDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.reception.ReceptionDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.web.Question.Choice;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;

/** The desk: a petition is handed in, and the citizen is given a slip with code and PIN. */
@Controller
class HandInPage {

    private final HandInDesk desk;
    private final PinDesk pins;
    private final HandInSteps steps;
    private final HandInScans scans;
    private final HandledAtOnce atOnce;
    private final ReceptionDesk reception;
    private final ToldAtVisit told;
    private final RaisedAtConference raised;
    private final CaseFiles cases;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Problems problems;
    private final Categories categories;
    private final DuplicateDesk duplicates;
    private final HandInDrafts drafts;

    HandInPage(
            HandInDesk desk,
            PinDesk pins,
            HandInSteps steps,
            HandInScans scans,
            HandledAtOnce atOnce,
            ReceptionDesk reception,
            ToldAtVisit told,
            RaisedAtConference raised,
            CaseFiles cases,
            CurrentActor current,
            Names names,
            Words say,
            Problems problems,
            Categories categories,
            DuplicateDesk duplicates,
            HandInDrafts drafts) {
        this.drafts = drafts;
        this.duplicates = duplicates;
        this.categories = categories;
        this.desk = desk;
        this.pins = pins;
        this.steps = steps;
        this.scans = scans;
        this.atOnce = atOnce;
        this.reception = reception;
        this.told = told;
        this.raised = raised;
        this.cases = cases;
        this.current = current;
        this.names = names;
        this.say = say;
        this.problems = problems;
    }

    /**
     * @param visit of the reception, whose words fill the form
     * @param conference at which {@code matter} was raised, likewise
     * @param draft seed of one that was begun and is gone on with
     * @param channel of the letter before, when a pile is handed in; {@code receivedAt} likewise
     */
    @GetMapping("/hand-in")
    String empty(
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String receivedAt,
            @RequestParam(required = false) @Nullable String conference,
            @RequestParam(required = false) @Nullable String matter,
            @RequestParam(defaultValue = "") String draft,
            Model model) {
        Actor actor = deskActor();
        Optional<Draft> left = drafts.find(actor.id(), draft);
        Map<String, String> known = new LinkedHashMap<>();
        String sameChannel = Lists.blankToNull(channel);
        if (sameChannel != null) known.put("channel", sameChannel);
        String sameMoment = Lists.blankToNull(receivedAt);
        if (sameMoment != null) known.put("receivedAt", sameMoment);
        String of = Lists.blankToNull(visit);
        if (of != null) known.putAll(told.of(of, actor));
        String raisedAt = Lists.blankToNull(conference);
        if (raisedAt != null) known.putAll(raised.of(raisedAt, matter, actor));
        HandInForm fresh = HandInForm.empty(say, units(actor)).known(known);
        HandInForm form =
                scans.present(left.map(typed -> fresh.with(typed, draft)).orElse(fresh), actor);
        model.addAttribute("form", form)
                .addAttribute("then", atOnce.questions(form, actor))
                .addAttribute("scans", scans.shown(form, actor))
                .addAttribute("limits", scans.limits())
                .addAttribute("keptAt", left.map(Draft::keptAt).orElse(null))
                .addAttribute(
                        "begun",
                        drafts.of(actor.id()).stream()
                                .filter(one -> !one.seed().equals(draft))
                                .toList());
        return "hand-in";
    }

    @PostMapping("/hand-in")
    ModelAndView handIn(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            RedirectAttributes next) {
        Actor actor = deskActor();
        HandInScans.Taken taken = scans.taken(HandInForm.of(sent, say, units(actor)), files, actor);
        HandInForm form = taken.form();
        if (!taken.refused().isEmpty())
            return page(
                    form.wrong(Map.of("files", String.join(" ", taken.refused()))), HttpStatus.UNPROCESSABLE_CONTENT);
        HandInSteps.Step step = steps.taken(form, actor);
        if (step != null) return page(step.form(), step.status()).addAllObjects(step.shown());
        try {
            String repeated = Lists.blankToNull(form.duplicateOf());
            if (repeated != null) duplicates.mustBeThere(repeated, actor);
            HandInInput input = input(form);
            if (HandledAtOnce.isWanted(form)) atOnce.mustSayWhyNotAsProposed(form, input, actor);
            String seed = FormSeed.of(sent, actor);
            if (desk.handedIn(seed).isEmpty()) scans.mustBeThere(form, actor);
            HandInDesk.Receipt receipt =
                    desk.handIn(input, actor, seed, petition -> scans.attach(form, petition, actor));
            drafts.done(actor.id(), form.seed());
            if (repeated != null) duplicates.link(receipt.id().value(), repeated, actor);
            String visit = form.typed("visit");
            if (visit != null) {
                reception.becamePetition(visit, receipt.id(), receipt.code().value(), actor);
                next.addFlashAttribute("visit", visit);
            }
            raised.became(form, receipt.id(), receipt.code().value(), actor);
            if (HandledAtOnce.isWanted(form)) {
                String inTheWay = atOnce.done(form, input, receipt.id(), actor);
                next.addFlashAttribute("handled", inTheWay == null);
                next.addFlashAttribute("inTheWay", inTheWay);
            }
            next.addFlashAttribute("pin", receipt.pin());
            next.addFlashAttribute("channel", Objects.requireNonNullElse(form.typed("channel"), ""));
            next.addFlashAttribute("receivedAt", Objects.requireNonNullElse(form.typed("receivedAt"), ""));
            return Pages.seeOther("/hand-in/" + receipt.id());
        } catch (Refusal refusal) {
            if (refusal.violations().isEmpty()) throw refusal;
            return page(form.wrong(messages(form, refusal)), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/hand-in/{id}")
    String slip(@PathVariable String id, Model model) {
        if (id.isBlank()) throw new NotFound();
        model.addAttribute(
                "file",
                cases.byId(new PetitionId(id), Visibility.of(deskActor())).orElseThrow(NotFound::new));
        model.addAttribute(
                "address",
                ServletUriComponentsBuilder.fromCurrentContextPath().path("/t").toUriString());
        return "receipt";
    }

    /** Whoever lost the slip is given another PIN, which is shown once as the first one was. */
    @PostMapping("/hand-in/{id}/pin")
    ModelAndView renew(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean identityChecked,
            RedirectAttributes next) {
        try {
            next.addFlashAttribute(
                    "pin", pins.renew(id, reason, identityChecked, deskActor()).pin());
        } catch (Refusal refusal) {
            next.addFlashAttribute(
                    "refused",
                    refusal.violations().isEmpty()
                            ? problems.message(refusal.reason(), Words.locale())
                            : say.text("receipt.renew.needed"));
            next.addFlashAttribute("reason", reason);
        }
        return Pages.seeOther("/hand-in/" + id);
    }

    private Actor deskActor() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private List<Choice> units(Actor actor) {
        return names.units(actor.covers());
    }

    private ModelAndView page(HandInForm form, HttpStatus status) {
        Actor actor = current.get();
        Map<String, Object> shown = Map.of(
                "form", scans.present(form, actor),
                "then", atOnce.questions(form, actor),
                "scans", scans.shown(form, actor),
                "limits", scans.limits());
        return new ModelAndView("hand-in", shown, status);
    }

    private Map<String, String> messages(HandInForm form, Refusal refusal) {
        Map<String, String> messages = new LinkedHashMap<>();
        refusal.violations()
                .forEach(one -> messages.putIfAbsent(form.inputOf(one.field()), problems.message(one, Words.locale())));
        return messages;
    }

    /** What is typed so far; what cannot be read is left out. */
    HandInInput soFar(HandInForm form) {
        return input(form, new Input());
    }

    private HandInInput input(HandInForm form) {
        Input check = new Input();
        HandInInput input = input(form, check);
        check.mustBeValid();
        return input;
    }

    private HandInInput input(HandInForm form, Input check) {
        Instant receivedAt = parsed(check, form, "receivedAt", text -> LocalDateTime.parse(text)
                .atZone(DueDate.ZONE)
                .toInstant());
        HandInInput.About about = about(check, form);
        return new HandInInput(
                form.typed("kind"),
                form.typed("channel"),
                receivedAt,
                form.typed("subject"),
                form.typed("content"),
                categories.kept(form.typed("category")),
                form.typed("unit"),
                form.typed("place"),
                "true".equals(form.typed("anonymous")),
                "true".equals(form.typed("confidential")),
                about,
                form.typed("against"),
                ActionOrders.accounts(form.typed("accused")),
                demands(form),
                petitioners(form));
    }

    /** A complaint demands something; of all else the first point, which the form offers, may stay empty. */
    private static List<HandInInput.@Nullable Demand> demands(HandInForm form) {
        List<String> demands = form.points().stream()
                .map(i -> Objects.requireNonNullElse(form.typed("points[" + i + "].demand"), ""))
                .toList();
        boolean isComplaint = Kind.COMPLAINT.name().equals(form.typed("kind"));
        if (!isComplaint && demands.stream().allMatch(String::isBlank)) return List.of();
        List<HandInInput.@Nullable Demand> points = new ArrayList<>();
        demands.forEach(demand -> points.add(new HandInInput.Demand(demand)));
        return points;
    }

    private static List<HandInInput.@Nullable Petitioner> petitioners(HandInForm form) {
        List<HandInInput.@Nullable Petitioner> petitioners = new ArrayList<>();
        form.people().forEach(i -> petitioners.add(petitioner(form, i)));
        SignedList.of(form.typed("signatories")).forEach(petitioners::add);
        return petitioners;
    }

    private static HandInInput.@Nullable About about(Input check, HandInForm form) {
        LocalDate date = parsed(check, form, "about.date", LocalDate::parse);
        LocalDate knownOn = parsed(check, form, "about.knownOn", LocalDate::parse);
        String decision = form.typed("about.decision");
        String number = form.typed("about.number");
        String issuer = form.typed("about.issuer");
        boolean nothing = decision == null && number == null && issuer == null && date == null && knownOn == null;
        return nothing ? null : new HandInInput.About(decision, number, date, issuer, knownOn);
    }

    private static HandInInput.Petitioner petitioner(HandInForm form, int i) {
        Function<String, @Nullable String> typed = field -> form.typed("petitioners[" + i + "]." + field);
        return new HandInInput.Petitioner(
                typed.apply("fullName"),
                typed.apply("idNumber"),
                typed.apply("address"),
                typed.apply("phone"),
                typed.apply("email"),
                typed.apply("role"));
    }

    private static <T> @Nullable T parsed(Input check, HandInForm form, String name, Function<String, T> parse) {
        String text = form.typed(name);
        if (text == null) return null;
        try {
            return parse.apply(text);
        } catch (DateTimeParseException unreadable) {
            check.wrong(name, "malformed", "is not a day");
            return null;
        }
    }
}
