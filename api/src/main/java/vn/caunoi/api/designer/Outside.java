package vn.caunoi.api.designer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CaseCommand;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.DeadlineCommand;
import vn.caunoi.core.petition.DenunciationCommand;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.ReopenGround;

/** What can happen to a made-up case besides its tasks, each with the event that a diagram may wait for. */
public enum Outside {
    ASSIGN("petition.assigned"),
    WITHDRAW("petition.withdrawn"),
    SUPPLEMENT("petition.supplement-received"),
    EXTEND("petition.deadline-extended"),
    SUSPEND("petition.suspended"),
    RESUME("petition.resumed"),
    RECLASSIFY("petition.reclassified"),
    PROLONG("petition.settlement-prolonged"),
    RETURN_ANSWER("petition.answer-unsuitable"),
    PROTECTION("petition.protection-requested"),
    ONWARD("petition.onward-received"),
    ONWARD_OVERDUE("petition.onward-received"),
    REOPEN("petition.reopened");

    private final String event;

    Outside(String event) {
        this.event = event;
    }

    public String event() {
        return event;
    }

    /**
     * What is needed besides.
     *
     * @param stage deadline that is extended, by {@code days}
     * @param kind to be corrected to
     */
    public record With(
            String reason,
            @Nullable String stage,
            int days,
            @Nullable Kind kind) {}

    List<PetitionCommand> orders(Tried tried, With with, Rules rules) {
        PetitionId id = tried.out().petition();
        LocalDate today = DueDate.dayOf(tried.out().state().now());
        var clerk = tried.worker(Role.CLERK);
        var head = tried.worker(Role.HEAD);
        String why = with.reason();
        return List.of(
                switch (this) {
                    case ASSIGN ->
                        new CaseCommand.Reassign(id, tried.unit(), new OfficerId(Tried.OFFICERS.getFirst()), why, head);
                    case WITHDRAW -> new CaseCommand.Withdraw(id, List.of(), null, why, clerk);
                    case SUPPLEMENT -> new CaseCommand.Supplement(id, null, why, clerk);
                    case EXTEND ->
                        new DeadlineCommand.ExtendDeadline(
                                id,
                                with.stage() == null ? "" : with.stage(),
                                new Limit(with.days(), LimitUnit.CALENDAR_DAYS),
                                why,
                                head);
                    case SUSPEND -> new CaseCommand.Suspend(id, why, why, today, head);
                    case RESUME -> new CaseCommand.Resume(id, today, head);
                    case RECLASSIFY ->
                        new CaseCommand.Reclassify(id, with.kind() == null ? tried.kind() : with.kind(), why, head);
                    case PROLONG ->
                        new DenunciationCommand.ProlongSettlement(
                                id,
                                Complexity.COMPLEX,
                                rules.ruleFor(RuleQuestion.of(Kind.DENUNCIATION.name(), "extend_complex", today)),
                                why,
                                head);
                    case RETURN_ANSWER -> new CaseCommand.ReturnAnswer(id, why, null);
                    case PROTECTION -> new DenunciationCommand.RequestProtection(id, today, false, why, clerk);
                    case ONWARD, ONWARD_OVERDUE ->
                        new DenunciationCommand.ReceiveOnward(
                                id, this == ONWARD_OVERDUE, today, tried.unit(), why, head);
                    case REOPEN -> new CaseCommand.Reopen(id, ReopenGround.NEW_EVIDENCE, why, head);
                });
    }
}
