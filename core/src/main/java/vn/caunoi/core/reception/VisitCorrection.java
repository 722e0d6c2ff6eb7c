package vn.caunoi.core.reception;

import java.time.Instant;
import java.util.Objects;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Reason;

/** What must be right of a correction before it is entered. */
final class VisitCorrection {

    private final Visit visit;

    VisitCorrection(Visit visit) {
        this.visit = visit;
    }

    void check(VisitCommand.CorrectVisit order, Instant now) {
        Heard before = Objects.requireNonNull(visit.heard);
        boolean sealed = before.matter() == Kind.DENUNCIATION;
        Visit.refuseIf(sealed && !order.by().id().equals(visit.receiver), Reason.NOT_ALLOWED);
        Visit.refuseIf(visit.people.anythingErased(), Reason.DATA_ERASED);
        // whoever is to be called back stays reachable
        Instant callBack = visit.callBackOwed ? order.heard().occurred() : null;
        new VisitCheck(order.heard(), order.crowd()).check(now, callBack);
        Visit.refuseIf(order.heard().equals(before), Reason.NOTHING_TO_CORRECT);
    }
}
