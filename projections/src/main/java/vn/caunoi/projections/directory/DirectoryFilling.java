package vn.caunoi.projections.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Contact;
import vn.caunoi.core.directory.DirectoryEvent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAbsent;
import vn.caunoi.core.directory.DirectoryEvent.OfficerAppointed;
import vn.caunoi.core.directory.DirectoryEvent.OfficerBack;
import vn.caunoi.core.directory.DirectoryEvent.UnitContactSet;
import vn.caunoi.core.directory.DirectoryEvent.UnitEnded;
import vn.caunoi.core.directory.DirectoryEvent.UnitEstablished;
import vn.caunoi.core.directory.DirectoryEvent.UnitMoved;
import vn.caunoi.core.directory.DirectoryEvent.UnitRenamed;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;

/** The directory changes rarely: each event is written at once. */
record DirectoryFilling(Tables tables) implements ReadModel.Filling {

    static final JsonMapper JSON = JsonMapper.builder().build();

    /** Appointments without a day began with all days. */
    private static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    @Override
    public void take(Happened<?> recorded) {
        if (!(recorded.event() instanceof DirectoryEvent event)) return;
        switch (event) {
            case UnitEstablished e -> established(e);
            case UnitRenamed e ->
                tables.update(
                        "update views.unit set name = ? where id = ?",
                        e.name(),
                        e.unit().value());
            case UnitMoved e ->
                tables.update(
                        "update views.unit set parent = ? where id = ?",
                        value(e.parent()),
                        e.unit().value());
            case UnitContactSet e -> reached(e.unit(), e.contact());
            case UnitEnded e ->
                tables.update(
                        "update views.unit set ended = ?, successor = ?, parts = ?::jsonb where id = ?",
                        e.on(),
                        e.successor().value(),
                        JSON.writeValueAsString(e.parts()),
                        e.unit().value());
            case OfficerAbsent e -> absent(e);
            case OfficerBack e -> back(e);
            case OfficerAppointed e -> appointed(e, DueDate.dayOf(recorded.at()));
        }
    }

    private void established(UnitEstablished e) {
        tables.update("""
                insert into views.unit (id, parent, name) values (?, ?, ?)
                on conflict (id) do update set parent = excluded.parent, name = excluded.name""", e.unit().value(), value(e.parent()), e.name());
    }

    private void reached(UnitId unit, Contact contact) {
        tables.update(
                """
                insert into views.unit_contact (unit, phone, hotline, email, address, hours) values (?, ?, ?, ?, ?, ?)
                on conflict (unit) do update set phone = excluded.phone, hotline = excluded.hotline,
                    email = excluded.email, address = excluded.address, hours = excluded.hours""",
                unit.value(),
                contact.phone(),
                contact.hotline(),
                contact.email(),
                contact.address(),
                contact.hours());
    }

    private void absent(OfficerAbsent e) {
        OfficerId deputy = e.deputy();
        tables.update("""
                insert into views.absence (officer, since, until, deputy) values (?, ?, ?, ?)
                on conflict (officer, since) do update set until = excluded.until, deputy = excluded.deputy""", e.officer().value(), e.from(), e.until(), deputy == null ? null : deputy.value());
    }

    private void back(OfficerBack e) {
        String officer = e.officer().value();
        if (e.on().isAfter(e.from())) {
            LocalDate last = e.on().minusDays(1);
            tables.update(
                    "update views.absence set until = ? where officer = ? and since = ?", last, officer, e.from());
        } else {
            tables.update("delete from views.absence where officer = ? and since = ?", officer, e.from());
        }
    }

    /** One at once takes the place of all that had begun; those to come stay. */
    private void appointed(OfficerAppointed e, LocalDate recorded) {
        LocalDate from = e.from();
        if (from == null)
            tables.update(
                    "delete from views.officer where id = ? and since <= ?",
                    e.officer().value(),
                    recorded);
        tables.update(
                """
                insert into views.officer (id, unit, name, roles, since, until) values (?, ?, ?, ?, ?, ?)
                on conflict (id, since) do update set unit = excluded.unit, name = excluded.name,
                    roles = excluded.roles, until = excluded.until""",
                e.officer().value(),
                e.unit().value(),
                e.name(),
                e.roles().stream().map(Role::name).sorted().toArray(String[]::new),
                from == null ? ALWAYS : from,
                e.until());
    }

    private static @Nullable String value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    @Override
    public void flush() {}
}
