package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long a closed case is kept before the data of its people may be erased. Rules of the installation.
 *
 * @param settled of a case that was dealt with
 * @param notTakenUp of one that was only stored, guided or passed on, merged, split or taken back
 */
public record StorageTimes(Period settled, Period notTakenUp) {

    /** The last day it is kept. */
    public LocalDate keptUntil(LocalDate closedOn, ClosingGround ground) {
        return closedOn.plus(
                switch (ground) {
                    case SETTLED, ANSWERED, WITHDRAWN, CLOSED_ELSEWHERE, IN_COURT -> settled;
                    case NOT_ACCEPTED, GUIDED, TRANSFERRED, RETURNED, STORED, PASSED_TO_INSPECTION, MERGED, SPLIT ->
                        notTakenUp;
                });
    }
}
