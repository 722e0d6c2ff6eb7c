package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.TaskCommand.CompleteTask;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.SealedData;

/**
 * Completes a task: checks the answer by the form and the act by the law, then records the claim, the facts, the
 * deadlines they meet, and last the completed task, which moves the process on.
 */
final class Completion {

    private final Petition petition;
    private final Instant now;
    private final TaskDesk desk;
    private final WorkingCalendar calendar;

    Completion(Petition petition, Clock clock, WorkingCalendar calendar) {
        this.calendar = calendar;
        this.petition = petition;
        this.now = clock.instant();
        this.desk = new TaskDesk(petition);
    }

    void complete(CompleteTask command) {
        Tasks.Open task = desk.taskFor(command.task(), command.by());
        FormContext context = petition.standing.formContext(DueDate.dayOf(now));
        Outcome outcome = task.form()
                .outcome(command.outcome(), context)
                .orElseThrow(() -> Refusal.because(
                        Reason.NO_SUCH_OUTCOME, "outcome", "unknown", "is not an outcome of this task"));
        FormData data = FormData.of(outcome, command.data(), context);
        List<PetitionEvent> facts = new Acts(petition, data, command.by(), now).decide(outcome.act());
        if (task.holder() == null) desk.claim(task, command.by());
        record(facts);
        if (outcome.act() == Act.CLOSE) new Closing(petition, now).close();
        desk.moveDues(task.task());
        petition.record(new TaskEvent.TaskCompleted(
                petition.id,
                task.task(),
                task.key(),
                outcome.id(),
                sealed(data),
                command.by().id(),
                task.standsFor()));
    }

    private void record(List<PetitionEvent> facts) {
        DeadlineDesk deadlines = new DeadlineDesk(petition);
        for (PetitionEvent fact : facts) {
            if (fact instanceof IntakeEvent.PetitionAssigned assigned) desk.assign(assigned);
            else petition.record(fact);
        }
        facts.forEach(fact -> deadlines.metBy(fact, now));
        facts.forEach(fact -> stopOrGoOn(fact, deadlines));
        facts.forEach(fact -> new OnwardDesk(petition, now).follow(fact, calendar));
    }

    /** The time a petitioner takes for what was asked for is not the authority's. */
    private void stopOrGoOn(PetitionEvent fact, DeadlineDesk deadlines) {
        switch (fact) {
            case IntakeEvent.SupplementRequested e -> deadlines.pause(DueDate.dayOf(now));
            case IntakeEvent.SupplementReceived e -> deadlines.goOn(DueDate.dayOf(e.occurred()), calendar);
            default -> {}
        }
    }

    private SealedData sealed(FormData data) {
        return SealedData.of(KeyId.petition(petition.id.value()), data.values());
    }
}
