package vn.caunoi.core.letter;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.SigningPower;

/** By the head of the unit, or an administrator. */
public sealed interface SigningPowerCommand {

    String stream();

    UnitId unit();

    Actor by();

    /** Name of the stream that tells who signs letters of the unit. */
    static String stream(UnitId unit) {
        return "signers:" + unit;
    }

    /** Given once more under the same id, it is the same. */
    record GiveSigningPower(@TargetAggregateIdentifier String stream, UnitId unit, SigningPower power, Actor by)
            implements SigningPowerCommand {

        public GiveSigningPower(SigningPower power, Actor by) {
            this(SigningPowerCommand.stream(power.unit()), power.unit(), power, by);
        }
    }

    /** @param on first day it is no more in force; not before today */
    record EndSigningPower(@TargetAggregateIdentifier String stream, UnitId unit, String id, LocalDate on, Actor by)
            implements SigningPowerCommand {

        public EndSigningPower(UnitId unit, String id, LocalDate on, Actor by) {
            this(SigningPowerCommand.stream(unit), unit, id, on, by);
        }
    }
}
