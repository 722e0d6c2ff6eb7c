package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.vault.Sealed;

/** What the outcomes of forms do to a petition, and what the law demands before. Those of a round: {@link RoundActs}. */
final class Acts {

    private static final Set<Act> NOT_WHILE_SUSPENDED = EnumSet.of(
            Act.GUIDE,
            Act.TRANSFER,
            Act.RETURN,
            Act.STORE,
            Act.ANSWER,
            Act.APPROVE_ANSWER,
            Act.SEND_ANSWER,
            Act.ACCEPT,
            Act.ACCEPT_COMPLEX,
            Act.ACCEPT_REMOTE,
            Act.ACCEPT_COMPLEX_REMOTE,
            Act.NOT_ACCEPT,
            Act.APPROVE_RESOLUTION,
            Act.ISSUE_RESOLUTION,
            Act.ACCEPT_DENUNCIATION,
            Act.REFUSE_DENUNCIATION,
            Act.PASS_TO_INSPECTION,
            Act.CONCLUDE,
            Act.CLOSE);

    /** Whatever becomes of the case. */
    private static final Set<Act> BESIDE = EnumSet.of(
            Act.GRANT_PROTECTION,
            Act.DENY_PROTECTION,
            Act.END_PROTECTION,
            Act.LEAVE_CONCLUSION,
            Act.HAVE_RESETTLED,
            Act.REPORT_OVERDUE);

    private static final Set<Act> AFTER_WITHDRAWAL = EnumSet.of(Act.TERMINATE, Act.SET_WITHDRAWAL_ASIDE, Act.SEND_STOP);

    private final Petition petition;
    private final FormData data;
    private final Actor by;
    private final Instant now;

    Acts(Petition petition, FormData data, Actor by, Instant now) {
        this.petition = petition;
        this.data = data;
        this.by = by;
        this.now = now;
    }

    /** The facts, or a refusal. */
    List<PetitionEvent> decide(Act act) {
        mustBePossible(act);
        return switch (act) {
            case NONE -> List.of();
            case CLASSIFY -> List.of(classify());
            case REQUEST_SUPPLEMENT -> List.of(new SupplementRequested(petition.id, sealed("reason")));
            case RECEIVE_SUPPLEMENT -> List.of(receiveSupplement());
            case GUIDE -> List.of(guide());
            case TRANSFER -> List.of(transfer());
            case RETURN -> List.of(giveBack());
            case STORE -> List.of(store());
            case ANSWER -> List.of(answer());
            case TAKE_ON,
                    PASS_TO_UNIT,
                    DRAFT_ANSWER,
                    APPROVE_ANSWER,
                    RETURN_ANSWER,
                    SEND_ANSWER,
                    PUBLISH_ANSWER,
                    REPORT_PROGRESS -> new AnswerActs(petition, data, by, now).decide(act);
            case ACCEPT -> List.of(accept(false, false));
            case ACCEPT_COMPLEX -> List.of(accept(true, false));
            case ACCEPT_REMOTE -> List.of(accept(false, true));
            case ACCEPT_COMPLEX_REMOTE -> List.of(accept(true, true));
            case NOT_ACCEPT -> List.of(notAccept());
            case ASSIGN -> List.of(new PetitionAssigned(petition.id, petition.unit, data.officer("officer"), null));
            case TERMINATE -> List.of(terminate());
            case CLOSE -> close();
            case VERIFY,
                    CONVENE_DIALOGUE,
                    HOLD_DIALOGUE,
                    HOLD_DIALOGUE_UNSIGNED,
                    MISS_DIALOGUE,
                    DRAFT_RESOLUTION,
                    APPROVE_RESOLUTION,
                    RETURN_RESOLUTION,
                    ISSUE_RESOLUTION,
                    SEND_RESOLUTION,
                    PUBLISH -> List.of(new RoundActs(petition, data, by).decide(act));
            case LEAVE_CONCLUSION, HAVE_RESETTLED, REPORT_OVERDUE -> new OnwardDesk(petition, now).decide(act, data);
            case GRANT_PROTECTION, DENY_PROTECTION, END_PROTECTION ->
                List.of(new Protection(petition, now).decide(act, data));
            case WIDEN_CHECK,
                    REPLY_SENDER,
                    PASS_TO_INSPECTION,
                    ACCEPT_DENUNCIATION,
                    REFUSE_DENUNCIATION,
                    NOTIFY_ACCEPTANCE,
                    VERIFY_DENUNCIATION,
                    REPORT_VERIFICATION,
                    RETURN_VERIFICATION,
                    CONCLUDE,
                    SEND_CONCLUSION,
                    HANDLE_CONCLUSION,
                    PROSECUTE,
                    PUBLISH_CONCLUSION,
                    SET_WITHDRAWAL_ASIDE,
                    SEND_STOP -> List.of(new DenunciationActs(petition, data, by).decide(act));
        };
    }

    private void mustBePossible(Act act) {
        if (act == Act.NONE) return;
        if (BESIDE.contains(act)) return;
        if (act != Act.SEND_STOP) petition.mustNotBeClosed();
        if (!AFTER_WITHDRAWAL.contains(act)) petition.mustNot(WITHDRAWN, Reason.WITHDRAWN);
        Petition.refuseIf(petition.isSuspended() && NOT_WHILE_SUSPENDED.contains(act), Reason.SUSPENDED);
    }

    private PetitionEvent classify() {
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
        return new PetitionClassified(petition.id, data.choice("kind", Kind.class), data.textOrNull("category"));
    }

    private PetitionEvent receiveSupplement() {
        Instant occurred = LegalMoment.on(data.date("receivedOn"), now);
        return new SupplementReceived(petition.id, occurred, sealed("what"));
    }

    private PetitionEvent guide() {
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
        Petition.refuseIf(petition.standing.wasGuidedBefore(), Reason.ALREADY_GUIDED);
        return new PetitionGuided(petition.id, data.text("competentBody"), sealed("reason"));
    }

    /** What was taken on is settled here, but whom a proposal concerns may show only when it is to be answered. */
    private PetitionEvent transfer() {
        if (!mayBePassedOn()) petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
        petition.mustNot(ANSWERED, Reason.ALREADY_ANSWERED);
        return new PetitionTransferred(petition.id, data.text("to"), sealed("reason"));
    }

    private boolean mayBePassedOn() {
        Kind kind = petition.dossier.kind();
        return kind == Kind.PROPOSAL || kind == Kind.FEEDBACK;
    }

    private PetitionEvent giveBack() {
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
        return new PetitionReturned(petition.id, data.text("to"), sealed("reason"));
    }

    private PetitionEvent store() {
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
        return new PetitionStored(petition.id, sealed("reason"));
    }

    private PetitionEvent answer() {
        petition.must(CLASSIFIED, Reason.NOT_CLASSIFIED_YET);
        Petition.refuseIf(petition.dossier.kind() == Kind.COMPLAINT, Reason.NOT_FOR_THIS_KIND);
        return new PetitionAnswered(petition.id, sealed("answer"));
    }

    private PetitionEvent accept(boolean complex, boolean remote) {
        mustBeAnUndecidedComplaint();
        return new PetitionAccepted(
                petition.id,
                data.date("acceptedOn"),
                complex,
                remote,
                data.has("complexityReason") ? sealed("complexityReason") : null);
    }

    private PetitionEvent notAccept() {
        mustBeAnUndecidedComplaint();
        return new PetitionNotAccepted(petition.id, data.choice("ground", RefusalGround.class), sealed("reason"));
    }

    private void mustBeAnUndecidedComplaint() {
        petition.must(CLASSIFIED, Reason.NOT_CLASSIFIED_YET);
        Petition.refuseIf(petition.dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
    }

    private PetitionEvent terminate() {
        petition.must(WITHDRAWN, Reason.NOT_WITHDRAWN);
        return new CaseEvent.PetitionTerminated(petition.id, data.text("decisionNumber"), data.date("decidedOn"));
    }

    /** The note only; closing itself comes after the facts. */
    private List<PetitionEvent> close() {
        new Closing(petition, now).ground();
        return data.has("note") ? List.of(new CaseEvent.NoteAdded(petition.id, sealed("note"))) : List.of();
    }

    private Sealed sealed(String field) {
        return petition.seal(data.text(field));
    }
}
