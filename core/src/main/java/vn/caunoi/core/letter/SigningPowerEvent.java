package vn.caunoi.core.letter;

import java.time.LocalDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.SigningPower;

/** Who may sign letters of a unit, and since when no longer. */
public sealed interface SigningPowerEvent {

    UnitId unit();

    @StoredAs("signing-power.given")
    record SigningPowerGiven(UnitId unit, SigningPower power) implements SigningPowerEvent {}

    /** @param on first day it is no more in force */
    @StoredAs("signing-power.ended")
    record SigningPowerEnded(UnitId unit, String id, LocalDate on) implements SigningPowerEvent {}
}
