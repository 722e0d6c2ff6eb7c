package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.DeadlineCommand.ExtendDeadline;
import vn.caunoi.core.petition.DenunciationCommand.ProlongSettlement;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.directory.Directory;

/** What steers a case: sent back, reopened, extended, suspended, given to another officer or unit, escalated. */
@Component
public class HeadDesk {

    private static final int MOST_DAYS = 3650;

    private final VisibleCases cases;
    private final Casework casework;
    private final Directory directory;
    private final Rules rules;
    private final Clock clock;

    HeadDesk(VisibleCases cases, Casework casework, Directory directory, Rules rules, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    public Written stepBack(String id, CaseInput.StepBack given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String to = input.required("to", given.to(), ContentCheck.SHORT);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new CaseCommand.SendBack(petition, to, reason, by), by);
    }

    public Written reopen(String id, CaseInput.Reopen given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        if (given.ground() == null || given.ground().isBlank()) input.present("ground", null);
        ReopenGround ground = input.choice("ground", given.ground(), ReopenGround.class);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new CaseCommand.Reopen(petition, Objects.requireNonNull(ground), reason, by), by);
    }

    public Written extend(String id, CaseInput.Extend given, Actor by) {
        CaseFile file = cases.find(id, by);
        if (given.complexity() != null && !given.complexity().isBlank()) return prolong(file, given, by);
        Input input = new Input();
        String stage = input.optional("stage", given.stage(), ContentCheck.SHORT);
        Integer amount = input.present("amount", given.amount());
        if (amount != null && (amount < 1 || amount > MOST_DAYS)) {
            input.wrong("amount", "out-of-bounds", "is between 1 and " + MOST_DAYS);
        }
        LimitUnit unit = input.choice("unit", given.unit(), LimitUnit.class);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        Limit limit =
                new Limit(Objects.requireNonNull(amount), Objects.requireNonNullElse(unit, LimitUnit.CALENDAR_DAYS));
        return casework.send(
                new ExtendDeadline(file.id(), stage == null ? nextStage(file) : stage, limit, reason, by), by);
    }

    /** A denunciation is given longer for its complexity, by as much as the table says (LTC Đ30). */
    private Written prolong(CaseFile file, CaseInput.Extend given, Actor by) {
        Input input = new Input();
        Complexity complexity = input.choice("complexity", given.complexity(), Complexity.class);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        Complexity judged = Objects.requireNonNull(complexity);
        var rule = rules.ruleFor(RuleQuestion.of(Kind.DENUNCIATION.name(), judged.stage(), today()));
        return casework.send(new ProlongSettlement(file.id(), judged, rule, reason, by), by);
    }

    public Written suspend(String id, CaseInput.Suspend given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String ground = input.required("ground", given.ground(), ContentCheck.LINE);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(
                new CaseCommand.Suspend(
                        petition, ground, reason, Objects.requireNonNullElse(given.from(), today()), by),
                by);
    }

    public Written resume(String id, CaseInput.Resume given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        return casework.send(new CaseCommand.Resume(petition, Objects.requireNonNullElse(given.on(), today()), by), by);
    }

    public Written reassign(String id, CaseInput.Reassign given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        UnitId unit = unit("unit", given.unit(), file.unit(), input);
        OfficerId officer = officer(given.officer(), unit, input);
        if (given.unit() == null && given.officer() == null) input.present("officer", null);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new CaseCommand.Reassign(file.id(), unit, officer, reason, by), by);
    }

    public Written escalate(String id, CaseInput.Escalate given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        UnitId to = unit("to", given.to(), above(file.unit()), input);
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        input.mustBeValid();
        return casework.send(new CaseCommand.Escalate(file.id(), to, reason, by), by);
    }

    /** The unit above; the unit itself at the top, whose head it then goes to. */
    UnitId above(UnitId unit) {
        return directory
                .unit(unit)
                .map(found -> found.parent() == null ? unit : found.parent())
                .orElse(unit);
    }

    /** An old code leads to who took over. */
    UnitId unit(String field, @Nullable String given, UnitId otherwise, Input input) {
        String name = input.optional(field, given, ContentCheck.SHORT);
        if (name == null) return otherwise;
        UnitId unit = new UnitId(name);
        if (directory.unit(unit).isEmpty()) input.wrong(field, "unknown", "is not known");
        return directory.successor(unit);
    }

    private @Nullable OfficerId officer(@Nullable String given, UnitId unit, Input input) {
        String name = input.optional("officer", given, ContentCheck.SHORT);
        if (name == null) return null;
        OfficerId officer = new OfficerId(name);
        boolean there = directory.officersOf(unit).stream()
                .filter(Directory.Officer::worksOnCases)
                .anyMatch(one -> one.id().equals(officer));
        if (!there) input.wrong("officer", "unknown", "is not an officer of the unit");
        return officer;
    }

    private static String nextStage(CaseFile file) {
        return file.deadlines().stream()
                .filter(Deadline::runs)
                .min(Comparator.comparing(Deadline::due))
                .map(Deadline::stage)
                .orElseThrow(() -> Refusal.because(Reason.NO_SUCH_DEADLINE));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
    }
}
