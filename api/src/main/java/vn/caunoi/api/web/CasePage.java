package vn.caunoi.api.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import vn.caunoi.api.consult.ConsultDesk;
import vn.caunoi.api.direction.DirectionDesk;
import vn.caunoi.api.draft.Draft;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.inquiry.Inquiry;
import vn.caunoi.api.inquiry.InquiryDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.message.MessageDesk;
import vn.caunoi.api.officer.DuplicateDesk;
import vn.caunoi.api.officer.RoutingDesk;
import vn.caunoi.api.officer.TaskDesk;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.HistoryItem;
import vn.caunoi.projections.casefile.Part.OpenTask;
import vn.caunoi.projections.letter.Letter;

/** One page that shows a case whole: as it stands, what I have to do, and all that happened; or as it stood once. */
@Controller
class CasePage {

    private static final List<Stage> OF_COMPLAINTS = List.of(
            Stage.RECEIPT,
            Stage.ACCEPTANCE,
            Stage.ASSIGNMENT,
            Stage.VERIFICATION,
            Stage.DIALOGUE,
            Stage.RESOLUTION,
            Stage.PUBLICATION,
            Stage.CLOSED);
    private static final List<Stage> OF_PROPOSALS =
            List.of(Stage.RECEIPT, Stage.ASSIGNMENT, Stage.ANSWERING, Stage.PUBLICATION, Stage.CLOSED);
    private static final List<Stage> OF_DENUNCIATIONS = List.of(
            Stage.RECEIPT,
            Stage.ACCEPTANCE,
            Stage.ASSIGNMENT,
            Stage.VERIFICATION,
            Stage.RESOLUTION,
            Stage.PUBLICATION,
            Stage.CLOSED);
    private static final List<Stage> OF_OTHERS = List.of(Stage.RECEIPT, Stage.ANSWERING, Stage.CLOSED);

    /** A step of the bar. */
    record Step(Stage stage, boolean done, boolean now) {}

    /** A linked case; {@code code} is null for one the reader may not see. */
    record Linked(
            PetitionId id,
            @Nullable String code,
            vn.caunoi.core.petition.Relation relation,
            @Nullable String reason) {}

    private final RoutingDesk routing;
    private final VisibleCases visible;
    private final CaseFiles files;
    private final TaskDesk desk;
    private final Story story;
    private final CaseActions actions;
    private final Drafts drafts;
    private final Typed typed;
    private final CaseMoments moments;
    private final CaseDifferences differences;
    private final CaseOnDiagram diagram;
    private final ReadingLog readings;
    private final MessageDesk messages;
    private final DuplicateDesk duplicates;
    private final LetterLook letters;
    private final ToldByLetters told;
    private final FileDesk documents;
    private final ConsultDesk consults;
    private final InquiryDesk inquiries;
    private final CurrentActor current;
    private final Clock clock;

    CasePage(
            RoutingDesk routing,
            VisibleCases visible,
            CaseFiles files,
            TaskDesk desk,
            Story story,
            CaseActions actions,
            Drafts drafts,
            Typed typed,
            CaseMoments moments,
            CaseDifferences differences,
            CaseOnDiagram diagram,
            ReadingLog readings,
            MessageDesk messages,
            DuplicateDesk duplicates,
            LetterLook letters,
            ToldByLetters told,
            FileDesk documents,
            ConsultDesk consults,
            InquiryDesk inquiries,
            CurrentActor current,
            Clock clock) {
        this.routing = routing;
        this.visible = visible;
        this.files = files;
        this.desk = desk;
        this.story = story;
        this.actions = actions;
        this.drafts = drafts;
        this.typed = typed;
        this.moments = moments;
        this.differences = differences;
        this.diagram = diagram;
        this.readings = readings;
        this.messages = messages;
        this.duplicates = duplicates;
        this.letters = letters;
        this.told = told;
        this.documents = documents;
        this.consults = consults;
        this.inquiries = inquiries;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable Integer stop,
            @RequestParam(required = false) @Nullable String from,
            @ModelAttribute("filter") StoryFilter filter,
            Model model) {
        model.addAttribute("from", Pages.listOf(from));
        Lists.text("by", filter.by());
        Lists.text("words", filter.words());
        Actor actor = current.get();
        CaseFile file = visible.find(id, actor);
        List<HistoryItem> history = history(file, actor);
        Instant moment = stop == null ? moment(asOf) : moments.at(history, stop);
        if (moment == null) {
            present(model, file, actor, null);
        } else {
            CaseFile now = file;
            file = files.asOf(file.id(), moment, Visibility.of(actor)).orElseThrow(NotFound::new);
            model.addAttribute(
                    "differences",
                    differences.between(file, now, letters.asOf(now, actor, moment), letters.of(now, actor)));
        }
        past(model, file, history, actor, moment, filter);
        readings.note(file.id(), actor, Reading.What.PAGE, moment);
        return "case";
    }

    /** The page again, with a form as it was filled in. */
    void fill(Model model, String id, Actor actor, TaskForm form) {
        CaseFile file = visible.find(id, actor);
        present(model, file, actor, form);
        past(model, file, history(file, actor), actor, null, StoryFilter.NONE);
    }

    /** What was recorded at each stop of the way through the past. */
    @GetMapping(path = "/cases/{id}/moments", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<CaseMoments.Stop> stops(@PathVariable String id) {
        Actor actor = current.get();
        return moments.told(history(visible.find(id, actor), actor));
    }

    private List<HistoryItem> history(CaseFile file, Actor actor) {
        return files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    /** What a case is about and what was done in it, for a page that shows it beside something else. */
    void beside(Model model, CaseFile file, Actor actor) {
        model.addAttribute("file", file)
                .addAttribute("me", actor.id())
                .addAttribute("asOf", null)
                .addAttribute("now", clock.instant())
                .addAttribute("letters", letters.of(file, actor))
                .addAttribute("documents", documents.of(file, actor))
                .addAttribute("mayWrite", mayWrite(file, actor));
    }

    private void present(Model model, CaseFile file, Actor actor, @Nullable TaskForm filled) {
        List<Letter> written = letters.of(file, actor);
        List<Inquiry> asked = inquiries.of(file.id(), actor);
        List<TaskForm> forms = file.tasks().stream()
                .filter(task -> isFor(task, actor))
                .sorted(Comparator.comparing(task -> task.assignee() == null))
                .map(task -> filled != null && filled.task().equals(task.id())
                        ? filled
                        : drafted(
                                task.id(),
                                actor,
                                TaskForm.known(
                                        desk.form(task.id().value(), actor, Words.locale()),
                                        known(file, told.forForm(written, task.form()))),
                                file.id()))
                .toList();
        boolean classifying = forms.stream().anyMatch(form -> form.hasOutcome("store"));
        model.addAttribute("leftDrafts", left(file, actor, forms))
                .addAttribute("forms", forms)
                .addAttribute("actions", actions.open(file, actor))
                .addAttribute("alike", classifying ? duplicates.like(file.id().value(), actor) : List.of())
                .addAttribute("letters", written)
                .addAttribute("consults", consults.of(file, actor))
                .addAttribute("inquiries", asked)
                .addAttribute("answerable", InquiryPages.answerable(asked, actor))
                .addAttribute("directed", DirectionDesk.reportable(file, actor))
                .addAttribute("mayAsk", mayAsk(file, actor))
                .addAttribute("documents", documents.of(file, actor))
                .addAttribute("mayWrite", mayWrite(file, actor));
    }

    /** What the reader typed into a task that somebody else has now, or did. */
    private List<LeftDraft> left(CaseFile file, Actor actor, List<TaskForm> forms) {
        Set<String> shown = forms.stream()
                .map(form -> Drafts.Place.ofTask(file.id(), form.task().value()).form())
                .collect(Collectors.toSet());
        return drafts.of(actor.id(), file.id()).entrySet().stream()
                .filter(one -> one.getKey().startsWith("task:") && !shown.contains(one.getKey()))
                .map(one -> LeftDraft.of(one.getKey().substring("task:".length()), one.getValue(), typed))
                .filter(one -> !one.lines().isEmpty())
                .toList();
    }

    /**
     * A draft whose form is not the reader's any more.
     *
     * @param lines what was typed; {@code note} the same as the text of a note
     */
    record LeftDraft(String task, Instant keptAt, List<Typed.Kept> lines, String note) {

        static LeftDraft of(String task, Draft draft, Typed typed) {
            List<Typed.Kept> lines = typed.of(draft.typed());
            return new LeftDraft(task, draft.keptAt(), lines, Typed.asNote(lines));
        }
    }

    /** With what the reader had typed into it. */
    TaskForm drafted(TaskId task, Actor actor, TaskForm form, PetitionId petition) {
        return drafts.find(actor.id(), Drafts.Place.ofTask(petition, task.value()))
                .map(form::with)
                .orElse(form);
    }

    /** What letters tell, and the kind that was found when the petition was checked, which is not asked twice. */
    private static Map<String, String> known(CaseFile file, Map<String, String> told) {
        if (file.handling() != null) told.put("kind", file.handling().kind().name());
        return told;
    }

    private void past(
            Model model,
            CaseFile file,
            List<HistoryItem> all,
            Actor actor,
            @Nullable Instant asOf,
            StoryFilter filter) {
        List<HistoryItem> history = all.stream()
                .filter(item -> asOf == null || !item.at().isAfter(asOf))
                .toList();
        model.addAttribute("file", file)
                .addAttribute("me", actor.id())
                .addAttribute("handler", asOf == null && file.kind() == Kind.DENUNCIATION && file.isHandledBy(actor))
                .addAttribute("mayAudit", Site.mayAudit(actor))
                .addAttribute("redacts", actor.is(Role.OFFICER) || actor.is(Role.HEAD))
                .addAttribute("asOf", asOf)
                .addAttribute("now", asOf == null ? clock.instant() : asOf)
                .addAttribute("steps", steps(file.kind(), file.stage(), file.status()))
                .addAttribute("deadlines", deadlines(file))
                .addAttribute("links", links(file, actor))
                .addAttribute("route", asOf == null ? routing.of(file).orElse(null) : null)
                .addAttribute("messages", asOf == null ? messages.about(file.id()) : List.of())
                .addAttribute("way", moments.way(all, asOf))
                .addAttribute("onDiagram", diagram.of(file, history))
                .addAttribute("story", story.leaf(history, filter))
                .addAttribute("people", story.people(history))
                .addAttribute("fileParts", WholeFilePage.parts(history.size()))
                .addAttribute("filter", filter)
                .addAttribute("topics", Story.Topic.values())
                .addAttribute("chosen", filter.topics());
    }

    private static boolean mayAsk(CaseFile file, Actor actor) {
        boolean asks = actor.is(Role.OFFICER) || actor.is(Role.HEAD);
        return asks && file.status() != Status.CLOSED && mayWrite(file, actor);
    }

    private static boolean mayWrite(CaseFile file, Actor actor) {
        boolean works = actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
        return works && actor.covers(file.unit()) && LetterLook.mayRead(file, actor);
    }

    private static boolean isFor(OpenTask task, Actor actor) {
        boolean free = task.assignee() == null && actor.is(task.group()) && actor.covers(task.unit());
        return free || actor.id().equals(task.assignee());
    }

    private static List<Stage> way(@Nullable Kind kind, Stage stage) {
        if (kind == null) return OF_COMPLAINTS;
        return switch (kind) {
            case COMPLAINT -> OF_COMPLAINTS;
            // one that began before it had a process of its own is being answered
            case DENUNCIATION -> stage == Stage.ANSWERING ? OF_OTHERS : OF_DENUNCIATIONS;
            case PROPOSAL, FEEDBACK -> OF_PROPOSALS;
        };
    }

    static List<Step> steps(@Nullable Kind kind, Stage stage, Status status) {
        List<Stage> way = way(kind, stage);
        int here = way.indexOf(status == Status.CLOSED ? Stage.CLOSED : stage);
        return way.stream()
                .map(step -> new Step(step, way.indexOf(step) < here, way.indexOf(step) == here))
                .toList();
    }

    /** What still has to be met first. */
    private static List<Deadline> deadlines(CaseFile file) {
        return file.deadlines().stream()
                .sorted(Comparator.comparing(deadline -> !deadline.runs()))
                .toList();
    }

    private List<Linked> links(CaseFile file, Actor actor) {
        return file.links().stream()
                .map(link -> new Linked(
                        link.petition(),
                        files.byId(link.petition(), Visibility.of(actor))
                                .map(CaseFile::code)
                                .orElse(null),
                        link.relation(),
                        link.reason()))
                .toList();
    }

    /** An instant, or what an input for a moment gives, which is in the time of Vietnam. */
    static @Nullable Instant moment(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            boolean local = !text.endsWith("Z") && text.lastIndexOf('+') < 1;
            Instant moment = local
                    ? LocalDateTime.parse(text).atZone(DueDate.ZONE).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (Asked.isUsual(LocalDate.ofInstant(moment, DueDate.ZONE))) return moment;
        } catch (DateTimeException unreadable) {
            throw new NotFound();
        }
        throw new NotFound();
    }
}
