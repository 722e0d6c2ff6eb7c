package vn.caunoi.projections.letter;

import static vn.caunoi.projections.Tables.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.LetterEvent.*;
import vn.caunoi.core.petition.LetterState;

/** Where a letter stands, while it is being changed. */
final class LetterRow {
    final String id;
    final String petition;
    final String unit;
    final String template;
    LetterState state = LetterState.DRAFT;
    Instant since;

    @Nullable Integer year;

    @Nullable Integer serial;

    @Nullable String number;

    @Nullable LocalDate issued;

    @Nullable LocalDate sent;

    @Nullable LocalDate delivered;

    /** Sequence of the last event that was taken. */
    long version;

    LetterRow(LetterDrafted e, Instant at) {
        id = e.letter().value();
        petition = e.petition().value();
        unit = e.unit().value();
        template = e.template();
        since = at;
    }

    private LetterRow(ResultSet row) throws SQLException {
        id = row.getString("id");
        petition = row.getString("petition");
        unit = row.getString("unit");
        template = row.getString("template");
        state = LetterState.valueOf(row.getString("state"));
        since = Objects.requireNonNull(time(row, "since"));
        year = row.getObject("year", Integer.class);
        serial = row.getObject("serial", Integer.class);
        number = row.getString("number");
        issued = row.getObject("issued", LocalDate.class);
        sent = row.getObject("sent", LocalDate.class);
        delivered = row.getObject("delivered", LocalDate.class);
        version = row.getLong("version");
    }

    static LetterRow read(ResultSet row, int number) throws SQLException {
        return new LetterRow(row);
    }

    void take(LetterEvent event, Instant at) {
        LetterState before = state;
        state = switch (event) {
            case LetterDrafted e -> LetterState.DRAFT;
            case LetterSubmitted e -> LetterState.SUBMITTED;
            case LetterReturned e -> LetterState.RETURNED;
            case LetterSigned e -> LetterState.SIGNED;
            case LetterNumbered e -> numbered(e);
            case LetterSent e -> {
                sent = e.sentOn();
                yield LetterState.SENT;
            }
            case LetterDelivered e -> {
                delivered = e.deliveredOn();
                yield LetterState.DELIVERED;
            }
            case LetterRecalled e -> LetterState.RECALLED;
            case LetterReplaced e -> LetterState.REPLACED;
            case LetterDiscarded e -> LetterState.DISCARDED;
        };
        if (state != before) since = at;
    }

    private LetterState numbered(LetterNumbered e) {
        year = e.year();
        serial = e.serial();
        number = e.number();
        issued = e.issuedOn();
        return LetterState.NUMBERED;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            id,
            petition,
            unit,
            template,
            state.name(),
            time(since),
            year,
            serial,
            number,
            issued,
            sent,
            delivered,
            version
        };
    }
}
