package vn.caunoi.core.reception;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/** The refusal of a room that somebody else has at that time; it says who, when. */
public final class RoomTaken {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String CODE = "room-taken";

    private RoomTaken() {}

    /** The same refusal with a name where it has an account; any other as it is. */
    public static Refusal renamed(Refusal refusal, UnaryOperator<String> nameOf) {
        if (refusal.violations().size() != 1
                || !refusal.violations().getFirst().code().equals(CODE)) return refusal;
        List<String> values = refusal.violations().getFirst().values();
        return refusal(List.of(nameOf.apply(values.get(0)), values.get(1), values.get(2), values.get(3)));
    }

    /** @param who the leader who has it */
    public static Refusal by(String who, LocalDate day, LocalTime from, LocalTime to) {
        return refusal(List.of(who, DAY.format(day), from.toString(), to.toString()));
    }

    private static Refusal refusal(List<String> values) {
        String message = "is taken by %s on %s from %s to %s".formatted(values.toArray());
        return Refusal.invalid(List.of(new Violation("room", CODE, message, values)));
    }
}
