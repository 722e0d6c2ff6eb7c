package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.util.List;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.petition.RoundEvent.*;
import vn.caunoi.core.vault.Sealed;

/** The acts of one round of settling a complaint. */
final class RoundActs {

    private final Petition petition;
    private final FormData data;
    private final Actor by;

    RoundActs(Petition petition, FormData data, Actor by) {
        this.petition = petition;
        this.data = data;
        this.by = by;
    }

    PetitionEvent decide(Act act) {
        return switch (act) {
            case VERIFY -> verify();
            case CONVENE_DIALOGUE -> convene();
            case HOLD_DIALOGUE, HOLD_DIALOGUE_UNSIGNED -> hold();
            case MISS_DIALOGUE -> miss();
            case DRAFT_RESOLUTION -> draft();
            case APPROVE_RESOLUTION -> approve();
            case RETURN_RESOLUTION -> giveBack();
            case ISSUE_RESOLUTION -> issue();
            case SEND_RESOLUTION -> send();
            case PUBLISH -> publish();
            default -> throw new IllegalArgumentException(act + " is no act of a round");
        };
    }

    private PetitionEvent verify() {
        Petition.refuseIf(petition.dossier.kind() != Kind.COMPLAINT, Reason.NOT_A_COMPLAINT);
        petition.must(ACCEPTED, Reason.NOT_ACCEPTED_YET);
        Petition.refuseIf(petition.officer == null, Reason.NOT_ASSIGNED_YET);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        List<Finding> findings =
                petition.standing.points().stream().map(this::finding).toList();
        boolean differs = findings.stream().anyMatch(finding -> finding.result() != Conclusion.RIGHT);
        return new PetitionVerified(petition.id, sealed("report"), findings, differs);
    }

    private Finding finding(int point) {
        return new Finding(point, sealed("finding_" + point), data.choice("result_" + point, Conclusion.class));
    }

    private PetitionEvent convene() {
        petition.must(VERIFIED, Reason.NOT_VERIFIED_YET);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        return new DialogueConvened(petition.id, data.moment("heldAt"), sealed("place"), sealed("content"));
    }

    private PetitionEvent hold() {
        mustBeConvened();
        return new DialogueHeld(
                petition.id,
                data.date("heldOn"),
                sealed("place"),
                sealed("chair"),
                new Minutes(petition, data).participants(),
                sealed("opinions"),
                sealed("result"));
    }

    private PetitionEvent miss() {
        mustBeConvened();
        Sealed reason = data.has("reason") ? sealed("reason") : null;
        return new DialogueNotAttended(petition.id, data.date("heldOn"), sealed("absent"), reason);
    }

    private void mustBeConvened() {
        petition.must(CONVENED, Reason.DIALOGUE_NOT_CONVENED);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
    }

    private PetitionEvent draft() {
        petition.must(VERIFIED, Reason.NOT_VERIFIED_YET);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        return new ResolutionDrafted(
                petition.id,
                petition.round.drafts() + 1,
                data.choice("conclusion", Conclusion.class),
                data.choice("effect", DecisionEffect.class),
                sealed("text"),
                sealed("legalBasis"),
                data.has("damages") ? sealed("damages") : null,
                by.id());
    }

    private PetitionEvent approve() {
        mustBeJudgedByTheHead();
        mustHaveHeardTheOtherSide();
        return new ResolutionApproved(petition.id, petition.round.drafts(), by.id());
    }

    private PetitionEvent giveBack() {
        mustBeJudgedByTheHead();
        return new ResolutionReturned(petition.id, petition.round.drafts(), sealed("reasons"), by.id());
    }

    private void mustBeJudgedByTheHead() {
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        petition.must(DRAFTED, Reason.NOT_DRAFTED_YET);
    }

    private PetitionEvent issue() {
        petition.mustNot(ISSUED, Reason.ALREADY_ISSUED);
        petition.must(DRAFTED, Reason.NOT_DRAFTED_YET);
        petition.must(APPROVED, Reason.NOT_APPROVED_YET);
        mustHaveHeardTheOtherSide();
        Conclusion conclusion = petition.round.conclusion();
        if (conclusion == null) throw Refusal.because(Reason.NOT_DRAFTED_YET);
        return new ResolutionIssued(petition.id, data.text("number"), data.date("issuedOn"), conclusion);
    }

    private void mustHaveHeardTheOtherSide() {
        // in the second round a dialogue is always held (LKN Đ39)
        boolean owed = petition.second || petition.round.differs(petition.standing.points());
        Petition.refuseIf(owed && !petition.has(DIALOGUE), Reason.DIALOGUE_MISSING);
    }

    private PetitionEvent send() {
        petition.must(ISSUED, Reason.NOT_ISSUED_YET);
        return new ResolutionSent(petition.id, data.date("sentOn"), sealed("recipients"));
    }

    private PetitionEvent publish() {
        petition.must(ISSUED, Reason.NOT_ISSUED_YET);
        return new PetitionPublished(petition.id, data.date("publishedOn"), data.text("way"), data.textOrNull("place"));
    }

    private Sealed sealed(String field) {
        return petition.seal(data.text(field));
    }
}
