package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.draft.Drafts;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Standing;
import vn.caunoi.core.petition.TaskCommand.ClaimTask;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.petition.TaskCommand.ReleaseTask;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.inbox.Inbox;

/** What is done with tasks: look at the form, claim, release, complete. */
@Component
public class TaskDesk {

    /** @param next an open task that follows and is the caller's */
    public record Completed(Written written, @Nullable TaskId next) {}

    private static final Set<FieldType> NAMING_OTHERS = Set.of(FieldType.OFFICER, FieldType.UNIT, FieldType.FILE);

    private final Inbox inbox;
    private final Drafts drafts;
    private final Streams streams;
    private final Directory directory;
    private final Casework casework;
    private final FormWords words;
    private final FileDesk files;
    private final Guided guided;
    private final Proposals proposals;
    private final Matters matters;
    private final Clock clock;

    TaskDesk(
            Inbox inbox,
            Drafts drafts,
            Streams streams,
            Directory directory,
            Casework casework,
            FormWords words,
            FileDesk files,
            Guided guided,
            Proposals proposals,
            Matters matters,
            Clock clock) {
        this.inbox = inbox;
        this.drafts = drafts;
        this.streams = streams;
        this.directory = directory;
        this.casework = casework;
        this.words = words;
        this.files = files;
        this.guided = guided;
        this.proposals = proposals;
        this.matters = matters;
        this.clock = clock;
    }

    /** A task of a case the actor may see, open or not. */
    public Inbox.Task find(String id, Actor actor) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return inbox.task(new TaskId(id), actor.id())
                .filter(task -> Visibility.of(actor).sees(task.unit()))
                .orElseThrow(NotFound::new);
    }

    /** The form to fill in; refused for a task that is no longer open. */
    public FormView form(String id, Actor actor, Locale locale) {
        Inbox.Task task = find(id, actor);
        if (task.state() != Inbox.State.OPEN) throw Refusal.because(Reason.TASK_NOT_OPEN);
        FormContext context = context(task, actor);
        boolean choosesOfficer = task.form().outcomes().stream()
                .flatMap(outcome -> outcome.fields().stream())
                .anyMatch(field -> field.type() == FieldType.OFFICER);
        FormContext shown =
                choosesOfficer ? context.choosingFrom(proposed(task, actor, locale), units(task.unit())) : context;
        return words.view(task.id(), task.petition(), task.name(), task.form(), shown, locale);
    }

    public Written claim(String id, Actor by) {
        Inbox.Task task = find(id, by);
        return casework.send(new ClaimTask(task.petition(), task.id(), by), by);
    }

    public Written release(String id, Actor by) {
        Inbox.Task task = find(id, by);
        return casework.send(new ReleaseTask(task.petition(), task.id(), by), by);
    }

    /** @param data values by field id, as JSON gives them: text, numbers, truth values */
    public Completed complete(String id, String outcome, Map<String, Object> data, Actor by) {
        Inbox.Task task = find(id, by);
        if (guides(task.form().outcome(outcome))
                && guided.before(task.petition()).isPresent()) {
            throw Refusal.because(Reason.ALREADY_GUIDED);
        }
        List<Field> named = task.state() == Inbox.State.OPEN ? namingOthers(task, outcome, by) : List.of();
        mustBeThere(named, task, data, by);
        List<String> attached = named.stream()
                .filter(field -> field.type() == FieldType.FILE && isGiven(data.get(field.id())))
                .map(field -> String.valueOf(data.get(field.id())).strip())
                .toList();
        CompleteTask order = new CompleteTask(task.petition(), task.id(), outcome, data, by);
        List<PetitionCommand> orders = new ArrayList<>(List.of(order));
        task.form()
                .outcome(outcome)
                .ifPresent(way -> orders.addAll(matters.answered(task.petition(), way.act(), data)));
        Written written = attached.isEmpty() && orders.size() == 1
                ? casework.send(order, by)
                : casework.sendAfter(
                        () -> attached.forEach(file -> files.attach(file, task.petition(), by)), orders, by);
        drafts.forget(by.id(), Drafts.Place.ofTask(task.petition(), task.id().value()));
        return new Completed(written, next(task.petition(), by));
    }

    private static boolean guides(Optional<Outcome> outcome) {
        return outcome.map(Outcome::act).filter(act -> act == Act.GUIDE).isPresent();
    }

    /** Fields whose value is the name of something the petition does not know. */
    private List<Field> namingOthers(Inbox.Task task, String outcome, Actor by) {
        boolean any = task.form().outcome(outcome).map(Outcome::fields).orElse(List.of()).stream()
                .anyMatch(field -> NAMING_OTHERS.contains(field.type()));
        if (!any) return List.of();
        return task.form().resolve(context(task, by)).outcome(outcome).map(Outcome::fields).orElse(List.of()).stream()
                .filter(field -> NAMING_OTHERS.contains(field.type()))
                .toList();
    }

    /** The petition knows neither officers nor units, so it takes any; a case given to nobody would stay there. */
    private void mustBeThere(List<Field> fields, Inbox.Task task, Map<String, Object> data, Actor by) {
        Input input = new Input();
        for (Field field : fields) {
            Object given = data.get(field.id());
            if (!isGiven(given) || isThere(field.type(), given, task, by)) continue;
            if (field.type() == FieldType.FILE) input.wrong(field.id(), "no-such-file", "is not a file of yours");
            else input.wrong(field.id(), "not-an-option", "is not one of the choices");
        }
        input.mustBeValid();
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !value.toString().isBlank();
    }

    private boolean isThere(FieldType type, @Nullable Object given, Inbox.Task task, Actor by) {
        String wanted = String.valueOf(given).strip();
        return switch (type) {
            case OFFICER ->
                officers(task.unit(), by).stream()
                        .anyMatch(officer -> officer.id().equals(wanted));
            case UNIT -> units(task.unit()).stream().anyMatch(unit -> unit.id().equals(wanted));
            case FILE -> files.isAtHand(wanted, task.petition(), by);
            default -> true;
        };
    }

    /** An open task of the petition that the actor holds, or else one the actor may claim. */
    public @Nullable TaskId next(PetitionId petition, Actor actor) {
        Inbox.Filter filter = new Inbox.Filter(Inbox.Scope.UNIT, actor, null, null, petition, null);
        return inbox.tasks(filter, null, 50).items().stream()
                .filter(task -> task.assignee() == null || task.assignee().equals(actor.id()))
                .min(Comparator.comparing(task -> task.assignee() == null))
                .map(Inbox.Entry::task)
                .orElse(null);
    }

    /** The same folding that the petition judges by, so that the form shows exactly the bounds that hold. */
    private FormContext context(Inbox.Task task, Actor actor) {
        Standing standing = Standing.NOTHING;
        for (Recorded event : streams.of(task.petition().value()).toList()) {
            if (event.payload() instanceof PetitionEvent fact) standing = standing.after(fact, event.at());
        }
        FormContext context = standing.formContext(LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE));
        boolean mayGuide = task.form().outcomes().stream().noneMatch(outcome -> outcome.act() == Act.GUIDE)
                || guided.before(task.petition()).isEmpty();
        return (mayGuide ? context : context.barring(Act.GUIDE))
                .choosingFrom(officers(task.unit(), actor), units(task.unit()));
    }

    /** By name, the one proposed is told; whoever has an interest comes last, for in a small unit there may be nobody else. */
    private List<FormContext.Option> proposed(Inbox.Task task, Actor actor, Locale locale) {
        Comparator<Proposals.Candidate> order = Comparator.comparing(
                        (Proposals.Candidate one) -> one.interest() != null)
                .thenComparing(Proposals.Candidate::away)
                .thenComparing(one -> !one.officer().equals(actor.id()))
                .thenComparing(Proposals.Candidate::name);
        return proposals.of(task.petition(), task.unit()).stream()
                .sorted(order)
                .map(one -> new FormContext.Option(one.officer().value(), proposals.words(one, locale)))
                .toList();
    }

    private List<FormContext.Option> officers(UnitId unit, Actor actor) {
        Comparator<Directory.Officer> callerFirst =
                Comparator.comparing(officer -> !officer.id().equals(actor.id()));
        return directory.officersOf(unit).stream()
                .filter(Directory.Officer::worksOnCases)
                .sorted(callerFirst)
                .map(officer -> new FormContext.Option(officer.id().value(), officer.name()))
                .toList();
    }

    /** Others first, for who names a unit mostly means to pass something on. */
    private List<FormContext.Option> units(UnitId own) {
        Comparator<Directory.Unit> ownLast =
                Comparator.comparing(unit -> unit.id().equals(own));
        return directory.units().stream()
                .sorted(ownLast)
                .map(unit -> new FormContext.Option(unit.id().value(), unit.name()))
                .toList();
    }
}
