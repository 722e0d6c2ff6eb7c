package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.ConsequenceCommand.AnnounceMeeting;
import vn.caunoi.core.petition.ConsequenceCommand.EndSuit;
import vn.caunoi.core.petition.ConsequenceCommand.OrderEnforcement;
import vn.caunoi.core.petition.ConsequenceCommand.RecordSuit;
import vn.caunoi.core.petition.ConsequenceCommand.ReportEnforcement;
import vn.caunoi.core.petition.ConsequenceCommand.TakeEffect;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFile;

/** What follows the decision on a complaint: its legal effect, an action before a court, its carrying out. */
@Component
public class ConsequenceDesk {

    private static final int YEARS = 20;

    private final VisibleCases cases;
    private final Casework casework;
    private final Rules rules;
    private final Clock clock;

    ConsequenceDesk(VisibleCases cases, Casework casework, Rules rules, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.rules = rules;
        this.clock = clock;
    }

    /** The time between announcement and meeting is that of row D20. */
    public Written announce(String id, CaseInput.Meeting given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        LocalDate meetingOn = input.present("meetingOn", given.meetingOn());
        String place = input.required("place", given.place(), ContentCheck.SHORT);
        mustBeNear("meetingOn", meetingOn, input);
        mustBeNear("noticedOn", given.noticedOn(), input);
        input.mustBeValid();
        var rule = rules.ruleFor(RuleQuestion.of(Kind.COMPLAINT.name(), "meeting_notice", today()));
        LocalDate noticedOn = orToday(given.noticedOn());
        return casework.send(
                new AnnounceMeeting(file.id(), noticedOn, Objects.requireNonNull(meetingOn), place, rule, by), by);
    }

    public Written takeEffect(String id, CaseInput.Effect given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String reason = input.required("reason", given.reason(), ContentCheck.LONG);
        mustBeNear("on", given.on(), input);
        input.mustBeValid();
        return casework.send(new TakeEffect(file.id(), orToday(given.on()), reason, by), by);
    }

    public Written sued(String id, CaseInput.Suit given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String court = input.required("court", given.court(), ContentCheck.SHORT);
        String number = input.optional("number", given.number(), ContentCheck.SHORT);
        mustBeNear("suedOn", given.suedOn(), input);
        mustBeNear("acceptedOn", given.acceptedOn(), input);
        input.mustBeValid();
        LocalDate suedOn = given.suedOn() == null && given.acceptedOn() != null ? given.acceptedOn() : given.suedOn();
        return casework.send(new RecordSuit(file.id(), orToday(suedOn), court, number, given.acceptedOn(), by), by);
    }

    public Written ended(String id, CaseInput.CourtEnd given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        CourtResult result = one(CourtResult.values(), "result", given.result(), input);
        String number = input.optional("number", given.number(), ContentCheck.SHORT);
        String note = input.optional("note", given.note(), ContentCheck.LONG);
        mustBeNear("on", given.on(), input);
        input.mustBeValid();
        return casework.send(
                new EndSuit(file.id(), Objects.requireNonNull(result), orToday(given.on()), number, note, by), by);
    }

    public Written order(String id, CaseInput.Enforcement given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String who = input.required("who", given.who(), ContentCheck.SHORT);
        String what = input.required("what", given.what(), ContentCheck.LONG);
        LocalDate until = input.present("until", given.until());
        mustBeNear("until", until, input);
        input.mustBeValid();
        return casework.send(new OrderEnforcement(file.id(), who, what, Objects.requireNonNull(until), by), by);
    }

    public Written report(String id, int order, CaseInput.EnforcementReport given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        EnforcementProgress progress = one(EnforcementProgress.values(), "progress", given.progress(), input);
        String text = input.required("text", given.text(), ContentCheck.LONG);
        mustBeNear("on", given.on(), input);
        input.mustBeValid();
        return casework.send(
                new ReportEnforcement(
                        file.id(), order, Objects.requireNonNull(progress), orToday(given.on()), text, by),
                by);
    }

    private static <E extends Enum<E>> @Nullable E one(E[] values, String field, @Nullable String word, Input input) {
        if (input.present(field, word) == null) return null;
        E found = Arrays.stream(values)
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(null);
        if (found == null) input.wrong(field, "unknown", "is one of " + Arrays.toString(values));
        return found;
    }

    /** Days are counted one by one and each stays in the record: a slip in the year would fill it. */
    private void mustBeNear(String field, @Nullable LocalDate day, Input input) {
        if (day == null) return;
        boolean strange = day.isBefore(today().minusYears(YEARS)) || day.isAfter(today().plusYears(YEARS));
        if (strange) input.wrong(field, "out-of-bounds", "is more than " + YEARS + " years from today");
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? today() : day;
    }

    private LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
