package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.FormView;
import vn.caunoi.api.officer.FormWords;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.PetitionOnTrial.Fact;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Standing;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.processes.driver.TryOut;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Trying;
import vn.caunoi.projections.directory.Directory;

/** Plays made-up cases through drafts: in every role, with the real forms, rules and letters, and without a trace. */
@Component
public class TryDesk {

    private static final int LONGEST = 500;
    private static final int MOST_DAYS = 400;
    private static final String INTAKE = "petition-intake";

    /** What the case is like. @param secondRound a complaint against a first decision */
    public record Wanted(
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String category,
            @Nullable String unit,
            boolean anonymous,
            boolean secondRound) {}

    /** @param problems what keeps the draft from running; empty when the case has begun */
    public record Begun(List<Problem> problems) {}

    private final StudioDesk studio;
    private final Trying trying;
    private final TriedCases cases;
    private final CurrentActor current;
    private final Directory directory;
    private final FormWords words;
    private final MessageSource messages;
    private final Parts parts;
    private final Clock clock;

    TryDesk(
            StudioDesk studio,
            Trying trying,
            TriedCases cases,
            CurrentActor current,
            Directory directory,
            FormWords words,
            MessageSource messages,
            Parts parts,
            Clock clock) {
        this.parts = parts;
        this.clock = clock;
        this.studio = studio;
        this.trying = trying;
        this.cases = cases;
        this.current = current;
        this.directory = directory;
        this.words = words;
        this.messages = messages;
    }

    /** The case that is being played; empty when there is none, or none any more. */
    public Optional<Tried> find(String draft) {
        return cases.find(studio.find(draft).id(), designer());
    }

    private Tried here(String draft) {
        return find(draft).orElseThrow(NotFound::new);
    }

    /** Units that can have the case. */
    public List<Directory.Unit> units() {
        designer();
        return directory.units();
    }

    public List<Kind> kinds(String draft) {
        return Trying.kinds(bytes(studio.find(draft).xml()));
    }

    public Begun begin(String id, Wanted wanted, Locale locale) {
        ModelDraft draft = studio.find(id);
        Input input = new Input();
        Kind kind = input.present("kind", input.choice("kind", wanted.kind(), Kind.class));
        Channel channel = input.present("channel", input.choice("channel", wanted.channel(), Channel.class));
        String category = input.optional("category", wanted.category(), LONGEST);
        String unit = input.required("unit", wanted.unit(), LONGEST);
        if (!unit.isEmpty() && directory.unit(new UnitId(unit)).isEmpty()) {
            input.wrong("unit", "not-an-option", "is not one of the choices");
        }
        input.mustBeValid();
        if (kind == null || channel == null) throw new NotFound();
        Parts.Plan plan = plan(draft);
        if (!plan.problems().isEmpty()) return new Begun(plan.problems());
        return switch (trying.begin(bytes(draft.xml()), kind, plan.proposed())) {
            case Trying.Refused refused -> new Begun(refused.problems());
            case Trying.Begun begun -> {
                Tried tried = new Tried(
                        draft.id(),
                        draft.revision(),
                        draft.xml(),
                        begun.key(),
                        begun.insteadOf(),
                        kind,
                        new UnitId(unit),
                        letters(plan),
                        begun.out());
                handIn(tried, channel, category, wanted, locale);
                cases.keep(tried, designer());
                yield new Begun(List.of());
            }
        };
    }

    /** What the draft changes besides its diagram, as if it were in force today. */
    private Parts.Plan plan(ModelDraft draft) {
        Map<String, String> contents = new HashMap<>();
        studio.parts(draft.id()).forEach(part -> contents.put(part.name(), part.content()));
        LocalDate today = DueDate.dayOf(clock.instant());
        return parts.plan(contents, today, today, false);
    }

    private static Map<String, LetterForm> letters(Parts.Plan plan) {
        return plan.letters().stream()
                .map(Parts.LetterChange::now)
                .collect(Collectors.toUnmodifiableMap(LetterForm::id, form -> form));
    }

    private void handIn(Tried tried, Channel channel, @Nullable String category, Wanted wanted, Locale locale) {
        TryOut out = tried.out();
        PetitionId id = out.petition();
        PersonId person = new PersonId(UUID.randomUUID().toString());
        Sealed name = Sealed.of(KeyId.person(person.value()), say("try.petitioner", locale));
        Sealed subject = Sealed.of(KeyId.petition(id.value()), say("try.subject", locale));
        var content = new IntakeCommand.Content(
                null,
                channel,
                out.state().now(),
                subject,
                Sealed.of(KeyId.petition(id.value()), say("try.content", locale)),
                category,
                tried.unit(),
                null,
                wanted.anonymous(),
                false,
                null,
                null,
                List.of(new Point(1, subject)),
                wanted.anonymous()
                        ? List.of()
                        : List.of(new Person(person, PersonRole.COMPLAINANT, name, null, null, null, null)));
        out.order(List.of(new IntakeCommand.HandIn(id, "TRY", "none", content)));
        if (!tried.process().equals(INTAKE)) classify(tried, wanted);
        out.beginsHere();
    }

    /** What goes before the draft is done at once, where the intake in force has such a step. */
    private static void classify(Tried tried, Wanted wanted) {
        TryOut out = tried.out();
        for (TryOut.Work work : out.state().work()) {
            work.form().outcomes().stream()
                    .filter(outcome -> outcome.act() == Act.CLASSIFY)
                    .findFirst()
                    .ifPresent(outcome -> out.order(List.of(new CompleteTask(
                            out.petition(),
                            work.task(),
                            outcome.id(),
                            Map.of("kind", tried.kind().name()),
                            tried.worker(work)))));
        }
        if (wanted.secondRound() && tried.kind() == Kind.COMPLAINT) {
            out.order(List.of(new CaseCommand.BeginSecondRound(
                    out.petition(), new PetitionId(UUID.randomUUID().toString()), null, null, List.of())));
        }
    }

    /** An open task; empty when it is not open any more. */
    public Optional<TryOut.Work> work(Tried tried, String task) {
        return tried.out().state().work().stream()
                .filter(work -> work.task().value().equals(task))
                .findFirst();
    }

    /** The form as whoever does the work would see it. */
    public FormView form(Tried tried, TryOut.Work work, Locale locale) {
        return words.view(
                work.task(), tried.out().petition(), work.name(), work.form(), context(tried, locale), locale);
    }

    private FormContext context(Tried tried, Locale locale) {
        TryOut.State state = tried.out().state();
        Standing standing = Standing.NOTHING;
        for (Fact fact : state.facts()) standing = standing.after(fact.event(), fact.at());
        List<FormContext.Option> officers = Tried.OFFICERS.subList(0, 2).stream()
                .map(officer -> new FormContext.Option(officer, say("try.name." + officer, locale)))
                .toList();
        List<FormContext.Option> units = directory.units().stream()
                .map(unit -> new FormContext.Option(unit.id().value(), unit.name()))
                .toList();
        return standing.formContext(DueDate.dayOf(state.now())).choosingFrom(officers, units);
    }

    /** @throws Refusal as any task refuses what is wrong in its form, or against the law */
    public void complete(Tried tried, TryOut.Work work, String outcome, Map<String, Object> data) {
        tried.out()
                .order(List.of(
                        new CompleteTask(tried.out().petition(), work.task(), outcome, data, tried.worker(work))));
    }

    /** @throws Refusal when the law does not allow it now */
    public void happen(String draft, Outside what, Outside.With with) {
        Tried tried = here(draft);
        Input input = new Input();
        input.required("reason", with.reason(), LONGEST);
        if (what == Outside.EXTEND && (with.days() < 1 || with.days() > MOST_DAYS)) {
            input.wrong("days", "out-of-bounds", "is from 1 to " + MOST_DAYS);
        }
        input.mustBeValid();
        tried.out().order(what.orders(tried, with, tried.out().rules()));
    }

    /** False when so much fell due on the way that it was stopped. */
    public boolean wait(String draft, int days) {
        Tried tried = here(draft);
        if (days < 1 || days > MOST_DAYS) throw Input.refusal("days", "out-of-bounds", "is from 1 to " + MOST_DAYS);
        return tried.out().until(tried.out().state().now().plus(Duration.ofDays(days)));
    }

    /** False when nothing falls due any more. */
    public boolean waitForNext(String draft) {
        return here(draft).out().untilNext();
    }

    public void back(String draft) {
        here(draft).out().back();
    }

    public void again(String draft) {
        here(draft).out().again();
    }

    public void end(String draft) {
        cases.forget(here(draft).draft());
    }

    public LocalDate today(Tried tried) {
        return DueDate.dayOf(tried.out().state().now());
    }

    private OfficerId designer() {
        return current.with(Role.DESIGNER).id();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
