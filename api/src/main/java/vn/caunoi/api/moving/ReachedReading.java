package vn.caunoi.api.moving;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Reached;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.petition.Verdict;

/** How far a case had come: by its status where the file has one, else by the dates it tells. */
final class ReachedReading {

    private final LineCells cells;
    private final @Nullable Kind kind;
    private final LocalDate received;
    private final Instant now;

    ReachedReading(LineCells cells, @Nullable Kind kind, LocalDate received, Instant now) {
        this.cells = cells;
        this.kind = kind;
        this.received = received;
        this.now = now;
    }

    Reached read() {
        DateWords.Said accepted = afterReceipt(Field.ACCEPTED_ON);
        Reached.Decided decided = decided();
        DateWords.Said closedOn = afterReceipt(Field.CLOSED_ON);
        Stand stand = stand(accepted, decided, closedOn);
        if (stand != Stand.RECEIVED && stand != Stand.CLOSED && kind == null) cells.wrong(Field.KIND, "missing", null);
        mustFit(stand, accepted, decided, closedOn);
        boolean later = stand == Stand.ACCEPTED || stand == Stand.DECIDED || stand == Stand.CLOSED;
        return new Reached(
                stand,
                accepted == null || !later || kind == null ? null : accepted.day(),
                cells.yes(Field.COMPLEX),
                cells.yes(Field.REMOTE),
                stand == Stand.DECIDED || stand == Stand.CLOSED ? decided : null,
                stand == Stand.CLOSED && closedOn != null ? closed(closedOn, decided) : null);
    }

    private Stand stand(
            DateWords.@Nullable Said accepted, Reached.@Nullable Decided decided, DateWords.@Nullable Said closed) {
        Stand said = cells.choice(Field.STATUS, Stand.class);
        if (said != null) return said;
        if (closed != null) return Stand.CLOSED;
        if (decided != null) return Stand.DECIDED;
        return accepted != null ? Stand.ACCEPTED : Stand.RECEIVED;
    }

    private void mustFit(
            Stand stand,
            DateWords.@Nullable Said accepted,
            Reached.@Nullable Decided decided,
            DateWords.@Nullable Said closed) {
        boolean needsAcceptance = stand == Stand.ACCEPTED || stand == Stand.DECIDED;
        if (needsAcceptance && accepted == null && cells.text(Field.ACCEPTED_ON) == null)
            cells.wrong(Field.ACCEPTED_ON, "missing", null);
        if (stand == Stand.DECIDED && decided == null) cells.wrong(Field.RESULT, "missing", null);
        if (stand == Stand.CLOSED && closed == null && cells.text(Field.CLOSED_ON) == null)
            cells.wrong(Field.CLOSED_ON, "missing", null);
        if (stand != Stand.CLOSED && closed != null)
            cells.wrong(Field.CLOSED_ON, "still-open", cells.text(Field.CLOSED_ON));
        if (accepted != null && closed != null && closed.day().isBefore(accepted.day()))
            cells.wrong(Field.CLOSED_ON, "before-acceptance", cells.text(Field.CLOSED_ON));
        if (accepted != null && decided != null && decided.on().isBefore(accepted.day()))
            cells.wrong(Field.RESULT_ON, "before-acceptance", cells.text(Field.RESULT_ON));
    }

    private DateWords.@Nullable Said afterReceipt(Field field) {
        DateWords.Said said = cells.past(field);
        if (said != null && said.day().isBefore(received)) cells.wrong(field, "before-receipt", cells.text(field));
        return said;
    }

    /** Only complaints and denunciations are decided; how another ended is told by the ground of its closing. */
    private Reached.@Nullable Decided decided() {
        if (cells.text(Field.RESULT) == null) return null;
        if (kind != Kind.COMPLAINT && kind != Kind.DENUNCIATION) {
            cells.wrong(Field.RESULT, "not-for-this-kind", cells.text(Field.RESULT));
            return null;
        }
        DateWords.Said on = afterReceipt(Field.RESULT_ON);
        if (on == null && cells.text(Field.RESULT_ON) == null) cells.wrong(Field.RESULT_ON, "missing", null);
        String number = cells.required(Field.RESULT_NUMBER);
        boolean complaint = kind == Kind.COMPLAINT;
        Conclusion conclusion = complaint ? cells.choice(Field.RESULT, Conclusion.class) : null;
        Verdict verdict = complaint ? null : cells.choice(Field.RESULT, Verdict.class);
        return new Reached.Decided(number, on == null ? received : on.day(), conclusion, verdict);
    }

    private Reached.Closed closed(DateWords.Said on, Reached.@Nullable Decided decided) {
        ClosingGround ground = cells.choice(Field.CLOSED_FOR, ClosingGround.class);
        if (ground == null) ground = decided == null ? ClosingGround.CLOSED_ELSEWHERE : ClosingGround.SETTLED;
        Instant at = on.end();
        return new Reached.Closed(ground, at.isAfter(now) ? now : at);
    }
}
