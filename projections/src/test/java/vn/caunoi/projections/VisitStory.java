package vn.caunoi.projections;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.*;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** What happens to one visit, told event by event. */
public final class VisitStory {
    public final VisitId id = new VisitId(UUID.randomUUID().toString());
    private final Ledger ledger;
    private long sequence;

    public VisitStory(Ledger ledger) {
        this.ledger = ledger;
    }

    public VisitStory recorded(UnitId unit, @Nullable Kind matter, String name, int people, Clock clock) {
        Heard heard = heard(matter, name, null, people, "Đường hỏng", clock);
        return tell(new VisitRecorded(id, unit, heard, people >= 5, new OfficerId("clerk1"), null));
    }

    /** Of the same unit, by somebody whose number is known. */
    public VisitStory known(UnitId unit, String name, String idNumber, String statement, Clock clock) {
        Heard heard = heard(null, name, idNumber, 1, statement, clock);
        return tell(new VisitRecorded(id, unit, heard, false, new OfficerId("clerk1"), null));
    }

    public VisitStory corrected(@Nullable Kind matter, String name, int people, Clock clock) {
        Heard heard = heard(matter, name, null, people, "Đường hỏng", clock);
        return tell(new VisitCorrected(id, heard, people >= 5, text("Ghi nhầm")));
    }

    public VisitStory erased() {
        return tell(new VisitDataErased(
                id, List.of(new PersonId(id.value())), true, "Theo đơn 12", LocalDate.parse("2026-11-18")));
    }

    private Heard heard(
            @Nullable Kind matter, String name, @Nullable String idNumber, int people, String statement, Clock clock) {
        KeyId key = KeyId.person(id.value());
        Person person = new Person(
                new PersonId(id.value()),
                PersonRole.COMPLAINANT,
                Sealed.of(key, name),
                idNumber == null ? null : Sealed.of(key, idNumber),
                null,
                null,
                null);
        return new Heard(
                Way.ROOM,
                clock.instant(),
                IdentityCheck.CARD_SEEN,
                List.of(person),
                people,
                matter,
                text("Đường làng"),
                text(statement),
                null,
                List.of(new Paper(1, text("Sổ đỏ"), Paper.Form.ORIGINAL)),
                false);
    }

    public VisitStory resultDue(Instant due) {
        LocalDate from = LocalDate.parse("2026-11-18");
        return tell(new ResultDueSet(
                id, from, Limit.workingDays(10), true, due, "D02", "v", "c", "LTCD Đ28", "M+", List.of()));
    }

    public VisitStory tell(VisitEvent event) {
        ledger.record("Visit", id.value(), sequence++, event, "clerk1");
        return this;
    }

    public Sealed text(String words) {
        return Sealed.of(id.key(), words);
    }
}
