package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.*;

import java.time.Instant;

/** How a petition is closed: what was still to be kept is dropped, and the result against the law is stated. */
final class Closing {

    private static final String UNTIL_CLOSED = "settle";

    private final Petition petition;
    private final Instant now;

    Closing(Petition petition, Instant now) {
        this.petition = petition;
        this.now = now;
    }

    /** By an officer. */
    void close() {
        close(ground());
    }

    void close(ClosingGround ground) {
        petition.record(new CaseEvent.PetitionClosed(petition.id, ground, petition.deadlines.keptAt(now), null));
        new ConsultDesk(petition, now).lapse();
        new DirectionDesk(petition).lapse();
        DeadlineDesk desk = new DeadlineDesk(petition);
        desk.met(UNTIL_CLOSED, now);
        petition.deadlines.open().keySet().stream()
                // who asked for protection is answered whatever became of the case
                .filter(stage -> !DeadlineDesk.AFTER_CLOSING.contains(stage))
                .toList()
                .forEach(stage -> desk.drop(stage, Deadlines.CLOSED));
        new TaskDesk(petition).moveDues(null);
    }

    private ClosingGround concluded() {
        petition.must(CONCLUDED, Reason.NOT_CONCLUDED_YET);
        petition.must(CONCLUSION_SENT, Reason.CONCLUSION_NOT_SENT_YET);
        petition.must(HANDLED, Reason.NOT_HANDLED_YET);
        petition.must(PUBLISHED, Reason.NOT_PUBLISHED_YET);
        return ClosingGround.SETTLED;
    }

    /** The ground an officer may close for now: what was done, or for a complaint that its resolution is published. */
    ClosingGround ground() {
        if (petition.has(NOT_ACCEPTED)) return ClosingGround.NOT_ACCEPTED;
        if (petition.has(GUIDED)) return ClosingGround.GUIDED;
        if (petition.has(TRANSFERRED)) return ClosingGround.TRANSFERRED;
        if (petition.has(RETURNED)) return ClosingGround.RETURNED;
        if (petition.has(STORED)) return ClosingGround.STORED;
        if (petition.has(PASSED_TO_INSPECTION)) return ClosingGround.PASSED_TO_INSPECTION;
        if (petition.has(ANSWERED)) return ClosingGround.ANSWERED;
        if (petition.dossier.kind() == Kind.DENUNCIATION) return concluded();
        petition.must(ISSUED, Reason.NOT_ISSUED_YET);
        petition.must(SENT, Reason.NOT_SENT_YET);
        petition.must(PUBLISHED, Reason.NOT_PUBLISHED_YET);
        return ClosingGround.SETTLED;
    }
}
