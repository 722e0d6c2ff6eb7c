package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.petition.AnswerEvent.*;
import vn.caunoi.core.petition.IntakeEvent.PetitionAccepted;
import vn.caunoi.core.petition.IntakeEvent.PetitionAssigned;
import vn.caunoi.core.vault.Sealed;

/** The acts of answering a proposal or feedback. */
final class AnswerActs {
    private final Petition petition;
    private final FormData data;
    private final Actor by;
    private final Instant now;

    AnswerActs(Petition petition, FormData data, Actor by, Instant now) {
        this.petition = petition;
        this.data = data;
        this.by = by;
        this.now = now;
    }

    List<PetitionEvent> decide(Act act) {
        mustBeProposalOrFeedback(petition);
        return switch (act) {
            case TAKE_ON -> takeOn();
            case PASS_TO_UNIT -> List.of(passToUnit());
            case DRAFT_ANSWER -> List.of(draft());
            case APPROVE_ANSWER -> List.of(approve());
            case RETURN_ANSWER -> List.of(giveBack());
            case SEND_ANSWER -> List.of(send());
            case PUBLISH_ANSWER -> List.of(publish());
            case REPORT_PROGRESS -> List.of(report());
            default -> throw new IllegalArgumentException(act + " is no act of answering");
        };
    }

    static void mustBeProposalOrFeedback(Petition petition) {
        petition.must(CLASSIFIED, Reason.NOT_CLASSIFIED_YET);
        Kind kind = petition.dossier.kind();
        Petition.refuseIf(kind != Kind.PROPOSAL && kind != Kind.FEEDBACK, Reason.NOT_FOR_THIS_KIND);
    }

    /** The first time the unit thereby takes on the matter, and the local limit begins. */
    private List<PetitionEvent> takeOn() {
        mustNotBeAnswered();
        List<PetitionEvent> facts = new ArrayList<>();
        if (!petition.has(ACCEPTED))
            facts.add(new PetitionAccepted(petition.id, DueDate.dayOf(now), false, false, null));
        facts.add(new PetitionAssigned(petition.id, petition.unit, data.officer("officer"), null));
        return facts;
    }

    private PetitionEvent passToUnit() {
        mustNotBeAnswered();
        UnitId unit = new UnitId(data.text("unit"));
        if (unit.equals(petition.unit)) {
            throw Refusal.because(Reason.INVALID_INPUT, "unit", "same-unit", "must be another unit");
        }
        return new PetitionAssigned(petition.id, unit, null, sealed("reason"));
    }

    private PetitionEvent draft() {
        mustNotBeAnswered();
        Petition.refuseIf(petition.officer == null, Reason.NOT_ASSIGNED_YET);
        return new AnswerDrafted(petition.id, petition.round.drafts() + 1, sealed("answer"), by.id());
    }

    private PetitionEvent approve() {
        mustBeJudgedByTheHead();
        return new AnswerApproved(petition.id, petition.round.drafts(), by.id());
    }

    private PetitionEvent giveBack() {
        mustBeJudgedByTheHead();
        return new AnswerReturned(petition.id, petition.round.drafts(), sealed("reasons"), by.id());
    }

    private void mustBeJudgedByTheHead() {
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        mustNotBeAnswered();
        petition.must(DRAFTED, Reason.NOT_DRAFTED_YET);
    }

    private PetitionEvent send() {
        mustNotBeAnswered();
        petition.must(APPROVED, Reason.NOT_APPROVED_YET);
        return new AnswerSent(petition.id, data.date("sentOn"), data.textOrNull("number"));
    }

    private PetitionEvent publish() {
        return new Publishing(petition)
                .published(
                        data.date("publishedOn"),
                        data.text("way"),
                        data.textOrNull("place"),
                        data.text("question"),
                        data.text("publicAnswer"));
    }

    private PetitionEvent report() {
        mustNotBeAnswered();
        return new ProgressReported(petition.id, sealed("progress"), data.date("expectedOn"), by.id());
    }

    private void mustNotBeAnswered() {
        petition.mustNot(ANSWERED, Reason.ALREADY_ANSWERED);
    }

    private Sealed sealed(String field) {
        return petition.seal(data.text(field));
    }
}
