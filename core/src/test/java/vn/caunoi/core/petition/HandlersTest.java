package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Cases.*;
import static vn.caunoi.core.petition.Petitions.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.DenunciationCommand.AdmitOfficer;
import vn.caunoi.core.petition.DenunciationCommand.DismissOfficer;
import vn.caunoi.core.petition.DenunciationCommand.NameAccused;
import vn.caunoi.core.petition.DenunciationEvent.HandlerAdmitted;
import vn.caunoi.core.petition.DenunciationEvent.HandlerDismissed;

/** Who may see who denounced besides those whose work it is: by name, with a reason, revocable. */
class HandlersTest {

    private static final HandlerAdmitted ADMITTED = new HandlerAdmitted(ID, COLLEAGUE.id(), text("Giúp xác minh"));

    @Test
    void the_head_admits_a_named_officer_and_takes_it_back() {
        given(received(Kind.DENUNCIATION)).when(admit(HEAD)).expectEvents(ADMITTED);
        given(received(Kind.DENUNCIATION), ADMITTED)
                .when(new DismissOfficer(ID, COLLEAGUE.id(), "Đã xong", HEAD))
                .expectEvents(new HandlerDismissed(ID, COLLEAGUE.id(), text("Đã xong")));
        expectRefusal(given(received(Kind.DENUNCIATION), ADMITTED).when(admit(HEAD)), Reason.NOTHING_TO_CORRECT);
    }

    @Test
    void nobody_else_admits_and_only_to_a_denunciation() {
        expectRefusal(given(received(Kind.DENUNCIATION)).when(admit(OFFICER)), Reason.NOT_ALLOWED);
        expectRefusal(given(received(Kind.DENUNCIATION)).when(admit(HEAD_OF_BOTH)), Reason.NOT_ALLOWED);
        expectRefusal(given(received()).when(admit(HEAD)), Reason.NOT_FOR_THIS_KIND);
    }

    @Test
    void whom_it_is_about_is_not_admitted_and_handles_it_no_longer() {
        var accused = new DenunciationEvent.AccusedNamed(ID, List.of(COLLEAGUE.id()));
        expectRefusal(given(received(Kind.DENUNCIATION), accused).when(admit(HEAD)), Reason.ABOUT_THIS_OFFICER);
        given(received(Kind.DENUNCIATION), ADMITTED)
                .when(new NameAccused(ID, Set.of(COLLEAGUE.id()), WARD_A, HEAD))
                .expectEvents(accused, new HandlerDismissed(ID, COLLEAGUE.id(), text("LTC Đ13")));
    }

    private static AdmitOfficer admit(vn.caunoi.core.directory.Actor by) {
        return new AdmitOfficer(ID, COLLEAGUE.id(), "Giúp xác minh", by);
    }
}
