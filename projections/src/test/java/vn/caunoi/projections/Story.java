package vn.caunoi.projections;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.DayMark;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Awaited;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.TaskEvent;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.petition.Waking;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** What happens to one petition, told event by event. */
public final class Story {
    public final PetitionId id;
    public final String code;
    private final UnitId unit;
    private final Ledger ledger;
    private final MovableClock clock;
    private long sequence;

    Story(PetitionId id, UnitId unit, Ledger ledger, MovableClock clock) {
        this.id = id;
        this.code = id.value().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        this.unit = unit;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Story tell(PetitionEvent event) {
        ledger.record("Petition", id.value(), sequence++, event, "officer1");
        return this;
    }

    public Story wait(Duration time) {
        clock.advance(time);
        return this;
    }

    public Sealed text(String clear) {
        return Sealed.of(KeyId.petition(id.value()), clear);
    }

    public Story received(@Nullable Kind kind, String subject, String name) {
        return received(kind, subject, name, false, clock.instant());
    }

    /** Received from somebody who gave an address for e-mail. */
    public Story reachable(Kind kind, String name) {
        return received(kind, "Rác", name, false, clock.instant(), null, "an@example.vn");
    }

    /** Received from somebody who gave a number to call. */
    public Story callable(Kind kind, String name) {
        return received(kind, "Rác", name, false, clock.instant(), "0912345678", null);
    }

    public Story received(@Nullable Kind kind, String subject, String name, boolean confidential, Instant at) {
        return received(kind, subject, name, confidential, at, null, null);
    }

    private Story received(
            @Nullable Kind kind,
            String subject,
            String name,
            boolean confidential,
            Instant at,
            @Nullable String phone,
            @Nullable String email) {
        PersonId person = new PersonId(UUID.nameUUIDFromBytes(name.getBytes()).toString());
        Sealed sealedName = Sealed.of(KeyId.person(person.value()), name);
        return tell(new IntakeEvent.PetitionReceived(
                id,
                code,
                "hash",
                kind,
                Channel.DESK,
                at,
                text(subject),
                text("content"),
                "land",
                unit,
                "village",
                false,
                confidential,
                null,
                null,
                List.of(new Point(1, text("demand"))),
                List.of(new Person(
                        person,
                        PersonRole.COMPLAINANT,
                        sealedName,
                        null,
                        null,
                        sealed(person, phone),
                        sealed(person, email))),
                null));
    }

    private static @Nullable Sealed sealed(PersonId person, @Nullable String text) {
        return text == null ? null : Sealed.of(KeyId.person(person.value()), text);
    }

    public Story classified(Kind kind) {
        return tell(new IntakeEvent.PetitionClassified(id, kind, null));
    }

    public Story accepted(LocalDate on) {
        return tell(new IntakeEvent.PetitionAccepted(id, on, false, false, null));
    }

    public Story assigned(String officer) {
        return tell(new IntakeEvent.PetitionAssigned(id, unit, new OfficerId(officer), null));
    }

    public Story reclassified(Kind before, Kind after) {
        return tell(new CaseEvent.PetitionReclassified(id, before, after, Set.of(), text("mistake")));
    }

    public Story closed(ClosingGround ground, @Nullable Boolean onTime) {
        return tell(new CaseEvent.PetitionClosed(id, ground, onTime, null));
    }

    public Story escalated(int level) {
        return tell(new CaseEvent.PetitionEscalated(id, level, unit, "deadline-missed", "settle_1", null));
    }

    public Story deadline(String stage, Instant due) {
        LocalDate day = LocalDate.parse("2026-11-18");
        return tell(new DeadlineEvent.DeadlineSet(
                id,
                stage,
                Basis.RECEIVED,
                day,
                Limit.calendarDays(30),
                true,
                due,
                "D05",
                "1",
                "vn-1",
                "LKN",
                List.of(new CountedDay(day, DayMark.EVENT_DAY, 0, null))));
    }

    public Story met(String stage, boolean late) {
        return tell(new DeadlineEvent.DeadlineMet(id, stage, clock.instant(), late));
    }

    public TaskId task(String key) {
        return new TaskId(UUID.nameUUIDFromBytes((id + key).getBytes()).toString());
    }

    public Story opened(String key, Role group, @Nullable String assignee, @Nullable Instant due) {
        return opened(key, unit, group, null, assignee, due);
    }

    public Story opened(
            String key,
            UnitId of,
            Role group,
            @Nullable Stage stage,
            @Nullable String assignee,
            @Nullable Instant due) {
        Field reason = new Field("reason", FieldType.LONGTEXT, true, null, List.of(), null, null, false, false);
        Form form = new Form(key, stage, List.of(new Outcome("done", null, Act.NONE, List.of(reason))));
        return tell(new TaskEvent.TaskOpened(
                id,
                task(key),
                "complaint",
                key,
                1,
                "Task " + key,
                form,
                of,
                group,
                assignee == null ? null : new OfficerId(assignee),
                due));
    }

    public Story claimed(String key, String by) {
        return tell(new TaskEvent.TaskClaimed(id, task(key), new OfficerId(by)));
    }

    public Story asleep(String key, String by, Instant until, @Nullable Awaited awaited) {
        return tell(new TaskEvent.TaskPutToSleep(id, task(key), until, awaited, new OfficerId(by)));
    }

    public Story woken(String key, Waking cause) {
        return tell(new TaskEvent.TaskWoken(id, task(key), cause));
    }

    public Story dated(String key, String by, @Nullable LocalDate day) {
        return tell(new TaskEvent.TaskDated(id, task(key), day, new OfficerId(by)));
    }

    public Story completed(String key, String by) {
        SealedData data = SealedData.of(KeyId.petition(id.value()), Map.of("reason", "a good reason"));
        return tell(new TaskEvent.TaskCompleted(id, task(key), key, "done", data, new OfficerId(by)));
    }
}
