package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.ACCEPTED;
import static vn.caunoi.core.petition.Milestone.CLASSIFIED;
import static vn.caunoi.core.petition.Milestone.CONCLUDED;
import static vn.caunoi.core.petition.Milestone.REPORTED;
import static vn.caunoi.core.petition.Milestone.VERIFIED;
import static vn.caunoi.core.petition.Milestone.WITHDRAWN;

import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.FormData;
import vn.caunoi.core.vault.Sealed;

/** The acts of settling a denunciation. */
final class DenunciationActs {

    private final Petition petition;
    private final FormData data;
    private final Actor by;

    DenunciationActs(Petition petition, FormData data, Actor by) {
        this.petition = petition;
        this.data = data;
        this.by = by;
    }

    PetitionEvent decide(Act act) {
        Petition.refuseIf(petition.dossier.kind() != Kind.DENUNCIATION, Reason.NOT_FOR_THIS_KIND);
        petition.must(CLASSIFIED, Reason.NOT_CLASSIFIED_YET);
        return switch (act) {
            case WIDEN_CHECK -> widen();
            case REPLY_SENDER ->
                new DenunciationEvent.SenderAnswered(petition.id, data.date("repliedOn"), sealed("reply"));
            case PASS_TO_INSPECTION -> inspect();
            case ACCEPT_DENUNCIATION -> accept();
            case REFUSE_DENUNCIATION -> refuse();
            case NOTIFY_ACCEPTANCE -> notifyAcceptance();
            case VERIFY_DENUNCIATION -> verify();
            case REPORT_VERIFICATION -> report();
            case RETURN_VERIFICATION -> giveBack();
            case CONCLUDE -> conclude();
            case HANDLE_CONCLUSION -> handle();
            case SEND_CONCLUSION, PROSECUTE, PUBLISH_CONCLUSION -> follow(act);
            case SET_WITHDRAWAL_ASIDE -> setAside();
            case SEND_STOP -> new DenunciationEvent.StopSent(petition.id, data.date("sentOn"), sealed("recipients"));
            default -> throw new IllegalArgumentException(act + " is no act of a denunciation");
        };
    }

    private PetitionEvent widen() {
        mustBeUnaccepted();
        return new DenunciationEvent.CheckWidened(petition.id, sealed("reason"));
    }

    private PetitionEvent inspect() {
        mustBeUnaccepted();
        return new DenunciationEvent.PassedToInspection(petition.id, data.text("to"), sealed("reason"));
    }

    /** Nobody can be told of an acceptance who gave no name (LTC Đ25.1). */
    private PetitionEvent accept() {
        mustBeUnaccepted();
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        Petition.refuseIf(petition.dossier.petitioners().isEmpty(), Reason.WITHOUT_A_NAME);
        return new IntakeEvent.PetitionAccepted(petition.id, data.date("acceptedOn"), false, false, null);
    }

    private PetitionEvent refuse() {
        mustBeUnaccepted();
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        return new DenunciationEvent.DenunciationRefused(
                petition.id, data.choice("ground", DenunciationRefusal.class), sealed("reason"));
    }

    private PetitionEvent notifyAcceptance() {
        mustBeAccepted();
        return new DenunciationEvent.AcceptanceNotified(
                petition.id, data.date("denouncerToldOn"), data.date("accusedToldOn"), sealed("told"));
    }

    private PetitionEvent verify() {
        mustBeAccepted();
        Petition.refuseIf(petition.officer == null, Reason.NOT_ASSIGNED_YET);
        mustBeUnconcluded();
        return new DenunciationEvent.DenunciationVerified(
                petition.id,
                sealed("report"),
                petition.standing.points().stream().map(this::finding).toList());
    }

    private Allegation finding(int point) {
        return new Allegation(point, sealed("finding_" + point), data.choice("verdict_" + point, Verdict.class));
    }

    private PetitionEvent report() {
        petition.must(VERIFIED, Reason.NOT_VERIFIED_YET);
        mustBeUnconcluded();
        return new DenunciationEvent.VerificationReported(
                petition.id, sealed("text"), data.choice("verdict", Verdict.class));
    }

    private PetitionEvent giveBack() {
        mustBeJudgedByTheHead();
        return new DenunciationEvent.VerificationReturned(petition.id, sealed("reasons"));
    }

    private PetitionEvent conclude() {
        mustBeJudgedByTheHead();
        return new DenunciationEvent.DenunciationConcluded(
                petition.id,
                data.text("number"),
                data.date("concludedOn"),
                data.choice("verdict", Verdict.class),
                sealed("responsible"),
                sealed("measures"),
                data.has("recommendations") ? sealed("recommendations") : null,
                by.id());
    }

    private void mustBeJudgedByTheHead() {
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        mustBeUnconcluded();
        petition.must(REPORTED, Reason.NOT_REPORTED_YET);
    }

    /** The figures first, so that whoever awaits the handling knows them. */
    private PetitionEvent handle() {
        petition.must(CONCLUDED, Reason.NOT_CONCLUDED_YET);
        var reckoned = new DenunciationEvent.MeasuresReckoned(
                petition.id,
                data.date("handledOn"),
                data.wholeOrNone("moneyState"),
                data.wholeOrNone("moneyPeople"),
                data.wholeOrNone("land"),
                data.wholeOrNone("disciplined"));
        if (reckoned.tells()) petition.record(reckoned);
        return new DenunciationEvent.ConclusionHandled(petition.id, reckoned.on(), sealed("measures"));
    }

    private PetitionEvent follow(Act act) {
        petition.must(CONCLUDED, Reason.NOT_CONCLUDED_YET);
        return switch (act) {
            case SEND_CONCLUSION ->
                new DenunciationEvent.ConclusionSent(
                        petition.id, data.date("sentOn"), sealed("recipients"), data.date("denouncerToldOn"));
            case PROSECUTE ->
                new DenunciationEvent.PassedToProsecution(
                        petition.id, data.date("handledOn"), data.text("to"), sealed("measures"));
            default ->
                new RoundEvent.PetitionPublished(
                        petition.id, data.date("publishedOn"), data.text("way"), data.textOrNull("place"));
        };
    }

    private PetitionEvent setAside() {
        petition.must(WITHDRAWN, Reason.NOT_WITHDRAWN);
        Petition.refuseIf(!by.is(Role.HEAD), Reason.NOT_ALLOWED);
        return new DenunciationEvent.WithdrawalSetAside(
                petition.id, data.choice("ground", WithdrawalDoubt.class), sealed("reason"));
    }

    private void mustBeUnaccepted() {
        petition.mustNot(ACCEPTED, Reason.ALREADY_ACCEPTED);
    }

    private void mustBeAccepted() {
        petition.must(ACCEPTED, Reason.NOT_ACCEPTED_YET);
    }

    private void mustBeUnconcluded() {
        petition.mustNot(CONCLUDED, Reason.ALREADY_CONCLUDED);
    }

    private Sealed sealed(String field) {
        return petition.seal(data.text(field));
    }
}
