package vn.caunoi.api.reception;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.reception.SittingId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.projections.reception.Visits;

/** What is looked for in the reception book, as it stands in the address.
 * @param year this year when left out */
public record BookInput(
        @Nullable String year,
        @Nullable String unit,
        @Nullable String from,
        @Nullable String to,
        @Nullable String way,
        @Nullable String ending,
        @Nullable String matter,
        @Nullable String crowd,
        @Nullable String urgent,
        @Nullable String sitting,
        @Nullable String q) {

    /** Refused when something cannot be read. */
    public Visits.Filter filter(Clock clock) {
        String of = Asked.text("unit", unit);
        String at = Asked.text("sitting", sitting);
        return new Visits.Filter(
                yearOr(DueDate.dayOf(clock.instant()).getYear()),
                of == null ? null : new UnitId(of),
                Asked.day("from", from),
                Asked.day("to", to),
                Asked.choice("way", way, Way.class),
                Asked.choice("ending", ending, Visits.Ending.class),
                Asked.choice("matter", matter, Kind.class),
                Asked.yesOrNo("crowd", crowd),
                Asked.yesOrNo("urgent", urgent),
                at == null ? null : new SittingId(at),
                Asked.text("q", q));
    }

    private int yearOr(int now) {
        if (year == null || year.isBlank()) return now;
        try {
            int wanted = Integer.parseInt(year.strip());
            if (wanted >= 1900 && wanted <= 9999) return wanted;
        } catch (NumberFormatException e) {
            throw Input.refusal("year", "malformed", "is not a year");
        }
        throw Input.refusal("year", "out-of-bounds", "is not a year");
    }
}
