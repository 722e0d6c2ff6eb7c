package vn.caunoi.core.letter;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;

/** By the head of the unit, or an administrator. */
public record SetHeading(@TargetAggregateIdentifier String stream, UnitId unit, Heading heading, Actor by) {

    public static SetHeading of(UnitId unit, Heading heading, Actor by) {
        return new SetHeading(stream(unit), unit, heading, by);
    }

    /** Name of the stream that tells how letters of the unit are headed. */
    public static String stream(UnitId unit) {
        return "letterhead:" + unit;
    }
}
