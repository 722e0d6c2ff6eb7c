package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.ledger.TellsStream;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** A petition: judges every command by its own history. */
@TellsStream("petition")
@Aggregate(snapshotTriggerDefinition = "snapshots", cache = "readyAggregates")
@StoredAs(value = "snapshot.petition", revision = 11)
class Petition extends PetitionState {

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(IntakeCommand.HandIn command, Clock clock) {
        new Intake(this, clock).handIn(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(IntakeCommand.Import command, Clock clock) {
        new Intake(this, clock).take(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(IntakeCommand.TakeOver command, Clock clock) {
        new TakingOver(this, clock).take(command);
    }

    @CommandHandler
    void decide(IntakeCommand.ProposeHandling command) {
        new Triage(this).propose(command);
    }

    @CommandHandler
    void decide(TaskCommand.ClaimTask command) {
        new TaskDesk(this).claim(command);
    }

    @CommandHandler
    void decide(TaskCommand.ReleaseTask command) {
        new TaskDesk(this).release(command);
    }

    @CommandHandler
    void decide(TaskCommand.ReassignTask command) {
        new TaskDesk(this).reassign(command);
    }

    @CommandHandler
    void decide(TaskCommand.StandIn command) {
        new TaskDesk(this).standIn(command);
    }

    @CommandHandler
    void decide(TaskCommand.DelegateTask command) {
        new TaskDesk(this).delegate(command);
    }

    @CommandHandler
    void decide(TaskCommand.PutToSleep command, Clock clock, WorkingCalendar calendar) {
        new SleepDesk(this).putToSleep(command, clock.instant(), calendar);
    }

    @CommandHandler
    void decide(TaskCommand.WakeTask command) {
        new SleepDesk(this).wake(command);
    }

    @CommandHandler
    void decide(TaskCommand.DateTask command, Clock clock) {
        new SleepDesk(this).date(command, clock.instant());
    }

    @CommandHandler
    void decide(TaskCommand.CompleteTask command, Clock clock, WorkingCalendar calendar) {
        new Completion(this, clock, calendar).complete(command);
    }

    @CommandHandler
    void decide(CaseCommand.Correct command, Clock clock, WorkingCalendar calendar) {
        new Corrections(this, clock, calendar).correct(command);
    }

    @CommandHandler
    void decide(CaseCommand.Reclassify command, Clock clock) {
        new Returns(this, clock).reclassify(command);
    }

    @CommandHandler
    void decide(CaseCommand.KeepSecret command, Clock clock) {
        new Returns(this, clock).keepSecret(command);
    }

    @CommandHandler
    void decide(CaseCommand.SendBack command, Clock clock, WorkingCalendar calendar) {
        new Returns(this, clock).sendBack(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.Reopen command, Clock clock, WorkingCalendar calendar) {
        new Returns(this, clock).reopen(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.ReturnAnswer command, Clock clock, WorkingCalendar calendar) {
        new Returns(this, clock).returnAnswer(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.PublishAnswer command, Clock clock) {
        new Publishing(this).publish(command, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(CaseCommand.UnpublishAnswer command) {
        new Publishing(this).takeBack(command);
    }

    @CommandHandler
    void decide(CaseCommand.RedactDecision command) {
        new Redacting(this).redact(command);
    }

    @CommandHandler
    void decide(CaseCommand.PublishDecision command, Clock clock) {
        new Redacting(this).publish(command, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(CaseCommand.TakeDownDecision command) {
        new Redacting(this).takeDown(command);
    }

    @CommandHandler
    void decide(CaseCommand.Withdraw command, Clock clock, WorkingCalendar calendar) {
        new Interruptions(this, clock).withdraw(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.WithdrawByCitizen command, Clock clock, WorkingCalendar calendar) {
        new Interruptions(this, clock).withdrawByCitizen(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.CountAsSigned command) {
        new Jottings(this).countAsSigned(command);
    }

    @CommandHandler
    void decide(CaseCommand.WriteToOffice command) {
        new Jottings(this).write(command);
    }

    @CommandHandler
    void decide(CaseCommand.ReplyToCitizen command) {
        new Jottings(this).reply(command);
    }

    @CommandHandler
    void decide(CaseCommand.Suspend command, Clock clock) {
        new Interruptions(this, clock).suspend(command);
    }

    @CommandHandler
    void decide(CaseCommand.Resume command, Clock clock, WorkingCalendar calendar) {
        new Interruptions(this, clock).resume(command, calendar);
    }

    @CommandHandler
    void decide(CaseCommand.Reassign command) {
        new TaskDesk(this).reassign(command);
    }

    @CommandHandler
    void decide(CaseCommand.AnswerTogether command) {
        new Jottings(this).answerTogether(command);
    }

    @CommandHandler
    void decide(CaseCommand.BeginSecondRound command, WorkingCalendar calendar) {
        if (second) return;
        refuseIf(dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        DeadlineRule rule = command.rule();
        LocalDate from = command.from();
        FurtherTime until = rule == null || from == null ? null : FurtherTime.counted(rule, from, calendar);
        boolean late = until != null && dossier.receivedAt().isAfter(until.until());
        record(new IntakeEvent.SecondRoundBegun(id, command.first(), until, late, command.before()));
    }

    @CommandHandler
    void decide(CaseCommand.EnterWorksheet command, Clock clock) {
        new Worksheet(this, clock).enter(command);
    }

    @CommandHandler
    void decide(CaseCommand.ReplyWorksheet command, Clock clock) {
        new Worksheet(this, clock).reply(command);
    }

    @CommandHandler
    void decide(CaseCommand.PassOn command) {
        new Passing(this).on(command);
    }

    @CommandHandler
    void decide(CaseCommand.PassBack command) {
        new Passing(this).back(command);
    }

    @CommandHandler
    void decide(CaseCommand.TakeOver command) {
        new Passing(this).takeOver(command);
    }

    @CommandHandler
    void decide(CaseCommand.Supplement command, Clock clock, WorkingCalendar calendar) {
        new Jottings(this).supplement(command, clock.instant(), calendar);
    }

    @CommandHandler
    void decide(CaseCommand.Escalate command) {
        new Jottings(this).escalate(command);
    }

    @CommandHandler
    void decide(CaseCommand.Urge command, Clock clock) {
        new Urging(this).urge(command, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(DirectionCommand.Give order, Clock clock) {
        new DirectionDesk(this).give(order, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(DirectionCommand.ReportDone order, Clock clock) {
        new DirectionDesk(this).done(order, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(DirectionCommand.TakeBack order) {
        new DirectionDesk(this).takeBack(order);
    }

    @CommandHandler
    void decide(CaseCommand.AnswerUrging command) {
        new Urging(this).answer(command);
    }

    @CommandHandler
    void decide(CaseCommand.Link command) {
        new Jottings(this).link(command);
    }

    @CommandHandler
    void decide(CaseCommand.AddNote command) {
        new Jottings(this).note(command);
    }

    @CommandHandler
    void decide(CaseCommand.RenewPin command) {
        new Jottings(this).renewPin(command);
    }

    @CommandHandler
    void decide(CaseCommand.AddPaper command, Clock clock) {
        new Jottings(this).paper(command, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(CaseCommand.ErasePersonalData command, Clock clock) {
        new Erasure(this, clock).erase(command);
    }

    @CommandHandler
    void decide(CaseCommand.Rate command) {
        new Jottings(this).rate(command);
    }

    @CommandHandler
    void decide(DeadlineCommand.SetDeadline command, WorkingCalendar calendar) {
        new DeadlineDesk(this).set(command, calendar);
    }

    @CommandHandler
    void decide(DeadlineCommand.ExtendDeadline command, Clock clock, WorkingCalendar calendar) {
        new DeadlineDesk(this).extend(command, clock.instant(), calendar);
    }

    @CommandHandler
    boolean decide(DeadlineCommand.Recount command, Clock clock) {
        return new Recounting(this, clock.instant()).recount(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.RequestProtection command, Clock clock) {
        new Protection(this, clock.instant()).request(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.NameAccused command) {
        new TaskDesk(this).nameAccused(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.AdmitOfficer command) {
        new Handlers(this).admit(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.DismissOfficer command) {
        new Handlers(this).dismiss(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.ReceiveOnward command, Clock clock) {
        new OnwardDesk(this, clock.instant()).receive(command);
    }

    @CommandHandler
    void decide(DenunciationCommand.ProlongSettlement command, Clock clock, WorkingCalendar calendar) {
        new DeadlineDesk(this).prolong(command, clock.instant(), calendar);
    }

    @CommandHandler
    @Nullable Instant decide(DeadlineCommand.LookAfter command, Clock clock, WorkingCalendar calendar) {
        Optional<TaskId> asleep = Sleep.ofStage(command.stage());
        if (asleep.isPresent()) return new SleepDesk(this).look(asleep.get(), command.due(), clock.instant());
        if (command.stage().equals(SupplementWatch.STAGE)) {
            return new SupplementWatch(this, clock.instant(), calendar).look(command.due(), command.ladder());
        }
        if (ConsultId.isStage(command.stage())) {
            return new ConsultWatch(this, clock.instant(), calendar, command.ladder(), command.superiors())
                    .look(ConsultId.ofStage(command.stage()), command.due());
        }
        return new Climb(this, clock.instant(), calendar, command.ladder(), command.superiors()).look(command);
    }

    @CommandHandler
    void decide(MessageCommand.ConfirmMessage report) {
        new MessageDesk(this).confirm(report);
    }

    @CommandHandler
    void decide(MessageCommand.GiveMessageUp report) {
        new MessageDesk(this).giveUp(report);
    }

    @CommandHandler
    void decide(MessageCommand.SendMessageAgain command) {
        new MessageDesk(this).sendAgain(command);
    }

    @CommandHandler
    void decide(MessageCommand.ChoosePreference command) {
        new MessageDesk(this).choose(command);
    }

    @CommandHandler
    void decide(LetterCommand.DraftLetter order, Clock clock) {
        new LetterDesk(this, clock).draft(order);
    }

    @CommandHandler
    void decide(LetterCommand.RedraftLetter order, Clock clock) {
        new LetterDesk(this, clock).redraft(order);
    }

    @CommandHandler
    void decide(LetterCommand.SubmitLetter order, Clock clock) {
        new LetterDesk(this, clock).submit(order);
    }

    @CommandHandler
    void decide(LetterCommand.ReturnLetter order, Clock clock) {
        new LetterDesk(this, clock).giveBack(order);
    }

    @CommandHandler
    void decide(LetterCommand.SignLetter order, Clock clock) {
        new LetterDesk(this, clock).sign(order);
    }

    @CommandHandler
    void decide(LetterCommand.NumberLetter order, Clock clock) {
        new LetterDesk(this, clock).number(order);
    }

    @CommandHandler
    void decide(LetterCommand.SendLetter order, Clock clock) {
        new LetterDesk(this, clock).send(order);
    }

    @CommandHandler
    void decide(LetterCommand.DeliverLetter order, Clock clock, WorkingCalendar calendar) {
        new LetterDesk(this, clock).deliver(order, calendar);
    }

    @CommandHandler
    void decide(LetterCommand.RecallLetter order, Clock clock) {
        new LetterDesk(this, clock).recall(order);
    }

    @CommandHandler
    void decide(LetterCommand.DiscardLetter order, Clock clock) {
        new LetterDesk(this, clock).discard(order);
    }

    @CommandHandler
    void decide(ConsultCommand.Ask order, Clock clock, WorkingCalendar calendar) {
        new ConsultDesk(this, clock.instant()).ask(order, calendar);
    }

    @CommandHandler
    void decide(ConsultCommand.IssueLink order, Clock clock) {
        new ConsultDesk(this, clock.instant()).issueLink(order);
    }

    @CommandHandler
    void decide(ConsultCommand.RevokeLink order, Clock clock) {
        new ConsultDesk(this, clock.instant()).revokeLink(order);
    }

    @CommandHandler
    void decide(ConsultCommand.ReportMail report, Clock clock) {
        new ConsultDesk(this, clock.instant()).mailed(report);
    }

    @CommandHandler
    void decide(ConsultCommand.Answer order, Clock clock) {
        new ConsultDesk(this, clock.instant()).answer(order);
    }

    @CommandHandler
    void decide(ConsultCommand.Decline order, Clock clock) {
        new ConsultDesk(this, clock.instant()).decline(order);
    }

    @CommandHandler
    void decide(ConsultCommand.TakeBack order, Clock clock) {
        new ConsultDesk(this, clock.instant()).takeBack(order);
    }

    @CommandHandler
    @Nullable Instant decide(ConsequenceCommand.LookOn order, Clock clock, WorkingCalendar calendar) {
        return new ConsequenceWatch(this, clock.instant(), calendar).look(order.rules());
    }

    @CommandHandler
    void decide(ConsequenceCommand.Contest order) {
        new ConsequenceDesk(this).contest(order);
    }

    @CommandHandler
    void decide(ConsequenceCommand.TakeEffect order, Clock clock) {
        new ConsequenceDesk(this).takeEffect(order, DueDate.dayOf(clock.instant()));
    }

    @CommandHandler
    void decide(ConsequenceCommand.AnnounceMeeting order, Clock clock, WorkingCalendar calendar) {
        new ConsequenceDesk(this).announce(order, DueDate.dayOf(clock.instant()), calendar);
    }

    @CommandHandler
    void decide(ConsequenceCommand.RecordSuit order, Clock clock) {
        new CourtDesk(this, clock.instant()).sued(order);
    }

    @CommandHandler
    void decide(ConsequenceCommand.EndSuit order, Clock clock) {
        new CourtDesk(this, clock.instant()).ended(order);
    }

    @CommandHandler
    void decide(ConsequenceCommand.OrderEnforcement order, Clock clock, WorkingCalendar calendar) {
        new EnforcementDesk(this, clock.instant(), calendar).order(order);
    }

    @CommandHandler
    void decide(ConsequenceCommand.ReportEnforcement order, Clock clock, WorkingCalendar calendar) {
        new EnforcementDesk(this, clock.instant(), calendar).report(order);
    }

    @CommandHandler
    void decide(NationalCommand.SendToNationalDatabase order) {
        new NationalDesk(this).send(order);
    }

    @CommandHandler
    void decide(NationalCommand.TakeNationalAnswer answer) {
        new NationalDesk(this).take(answer);
    }

    @CommandHandler
    void decide(Report.OpenTask report) {
        new TaskDesk(this).open(report);
    }

    @CommandHandler
    void decide(Report.CarryTask report) {
        new TaskDesk(this).carry(report);
    }

    @CommandHandler
    void decide(Report.CancelTask report) {
        new TaskDesk(this).cancel(report);
    }

    @CommandHandler
    void decide(Report.StartedProcess report) {
        new Reports(this).started(report);
    }

    @CommandHandler
    void decide(Report.EndedProcess report) {
        new Reports(this).ended(report);
    }

    @CommandHandler
    void decide(Report.MigratedProcess report) {
        new Reports(this).migrated(report);
    }

    @CommandHandler
    void decide(Report.OrderMigration report) {
        new Reports(this).orderMigration(report);
    }

    @CommandHandler
    void decide(Report.SetTimer report) {
        new Reports(this).timerSet(report);
    }

    @CommandHandler
    void decide(Report.FireTimer report) {
        new Reports(this).timerFired(report);
    }

    @CommandHandler
    void decide(Report.CancelTimer report) {
        new Reports(this).timerCancelled(report);
    }

    @CommandHandler
    void decide(Report.CloseCase report, Clock clock) {
        if (!isClosed() && !isReturned(report.ground())) new Closing(this, clock.instant()).close(report.ground());
    }

    /** The answer was returned while its process went to the end; a process that drafts none here may end so. */
    private boolean isReturned(ClosingGround ground) {
        return ground == ClosingGround.ANSWERED && round.drafts() > 0 && !has(Milestone.ANSWERED);
    }

    @CommandHandler
    void decide(Report.LimitSupplement report, Clock clock, WorkingCalendar calendar) {
        new SupplementWatch(this, clock.instant(), calendar).limit(report.rule());
    }

    @CommandHandler
    void decide(Report.EscalateByRule report) {
        new Reports(this).escalated(report);
    }

    @CommandHandler
    void decide(Report.RouteByRule report) {
        new Reports(this).routed(report);
    }

    @CommandHandler
    void decide(Report.RequestNotice report) {
        new Reports(this).noticeRequested(report);
    }

    @CommandHandler
    void decide(Report.OpenIncident report) {
        new Reports(this).incidentOpened(report);
    }

    @CommandHandler
    void decide(Report.RetryIncident report) {
        new Reports(this).retry(report);
    }

    @CommandHandler
    void decide(Report.SkipIncident report) {
        new Reports(this).skip(report);
    }

    void record(PetitionEvent event) {
        AggregateLifecycle.apply(event);
        if (tasks.anyAsleep()) new SleepDesk(this).after(event);
    }

    void mustNotBeClosed() {
        refuseIf(isClosed(), Reason.ALREADY_CLOSED);
    }

    /** Somebody whose unit is, or is above, the one responsible, in one of these roles. */
    void mustBeAllowed(Actor by, Role... roles) {
        boolean inRole = Arrays.stream(roles).anyMatch(by::is);
        refuseIf(!inRole || !by.covers(unit) || accused.contains(by.id()), Reason.NOT_ALLOWED);
    }

    void must(Milestone milestone, Reason otherwise) {
        refuseIf(!has(milestone), otherwise);
    }

    void mustNot(Milestone milestone, Reason otherwise) {
        refuseIf(has(milestone), otherwise);
    }

    /** Refused once the key is gone: what it should keep would be lost. */
    Sealed seal(String clear) {
        refuseIf(erased.matter(), Reason.DATA_ERASED);
        return Sealed.of(KeyId.petition(id.value()), clear);
    }

    static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) throw Refusal.because(reason);
    }
}
