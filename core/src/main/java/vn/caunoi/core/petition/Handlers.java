package vn.caunoi.core.petition;

import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.DenunciationEvent.*;

/** Who handles a denunciation besides those whose work it is, admitted by name and with a reason. */
final class Handlers {

    private final Petition petition;

    Handlers(Petition petition) {
        this.petition = petition;
    }

    void admit(DenunciationCommand.AdmitOfficer order) {
        mustBeTheHead(order.by());
        Petition.refuseIf(petition.accused.contains(order.officer()), Reason.ABOUT_THIS_OFFICER);
        Petition.refuseIf(petition.handlers.contains(order.officer()), Reason.NOTHING_TO_CORRECT);
        petition.record(new HandlerAdmitted(
                petition.id, order.officer(), petition.seal(Words.required("reason", order.reason()))));
    }

    void dismiss(DenunciationCommand.DismissOfficer order) {
        mustBeTheHead(order.by());
        Petition.refuseIf(!petition.handlers.contains(order.officer()), Reason.NOTHING_TO_CORRECT);
        dismiss(order.officer(), order.reason());
    }

    /** Whom it is about handles it no longer, whoever admitted them. */
    void dismissAccused() {
        petition.handlers.stream()
                .filter(petition.accused::contains)
                .sorted(java.util.Comparator.comparing(OfficerId::value))
                .toList()
                .forEach(officer -> dismiss(officer, "LTC Đ13"));
    }

    private void dismiss(OfficerId officer, String reason) {
        petition.record(new HandlerDismissed(petition.id, officer, petition.seal(Words.required("reason", reason))));
    }

    private void mustBeTheHead(Actor by) {
        petition.mustBeAllowed(by, Role.HEAD);
        Petition.refuseIf(!by.unit().equals(petition.unit), Reason.NOT_ALLOWED);
        Petition.refuseIf(petition.dossier.kind() != Kind.DENUNCIATION, Reason.NOT_FOR_THIS_KIND);
    }
}
