package vn.caunoi.projections.conference;

import static vn.caunoi.projections.Tables.time;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.conference.ConferenceEvent;
import vn.caunoi.core.conference.ConferenceEvent.*;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.conference.Conferences.ResultRule;
import vn.caunoi.projections.conference.Conferences.State;

/** Writes the conferences: few rows, each written at once. */
final class ConferenceFilling implements ReadModel.Filling {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Tables tables;

    ConferenceFilling(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void take(Happened<?> now) {
        if (!(now.event() instanceof ConferenceEvent event)) return;
        switch (event) {
            case ConferencePlanned e -> planned(e, now.sequence());
            case ConferenceMoved e ->
                set(
                        e,
                        now,
                        "day = ?, reason = ?, announced = null, announced_where = null, announced_in_time = null",
                        e.day(),
                        e.reason());
            case ConferenceAnnounced e ->
                set(e, now, "announced = ?, announced_where = ?, announced_in_time = ?", e.on(), e.where(), e.inTime());
            case ConferenceHeld e ->
                set(
                        e,
                        now,
                        "state = ?, chair = ?, participants = ?, invited = ?, minutes = ?",
                        State.HELD.name(),
                        e.chair().value(),
                        e.participants(),
                        e.invited(),
                        e.minutes().clear());
            case ConferenceResultDueSet e ->
                set(e, now, "result_due = ?, result_rule = ?::jsonb", time(e.due()), rule(e));
            case MatterRaised e -> raised(e);
            case MatterBecamePetition e ->
                tables.update(
                        "update views.conference_matter set petition = ?, code = ? where conference = ? and no = ?",
                        e.petition().value(),
                        e.code(),
                        e.conference().value(),
                        e.no());
            case ConferenceResultPublished e ->
                set(
                        e,
                        now,
                        "state = ?, published = ?, published_where = ?, published_in_time = ?, result = ?",
                        State.PUBLISHED.name(),
                        e.on(),
                        e.where(),
                        e.inTime(),
                        e.text());
            case ConferenceCancelled e -> set(e, now, "state = ?, reason = ?", State.CANCELLED.name(), e.reason());
        }
    }

    private void planned(ConferencePlanned e, long sequence) {
        tables.update(
                """
                insert into views.conference (conference, unit, subject, occasion, day, begins, place, online, state,
                    version)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?)
                on conflict (conference) do nothing""",
                e.conference().value(),
                e.unit().value(),
                e.subject(),
                e.occasion().name(),
                e.day(),
                e.begins(),
                e.place(),
                e.online(),
                sequence);
    }

    private void raised(MatterRaised e) {
        tables.update(
                """
                insert into views.conference_matter (conference, no, speaker, matter, answer) values (?, ?, ?, ?, ?)
                on conflict (conference, no) do nothing""",
                e.conference().value(),
                e.no(),
                clear(e.speaker()),
                e.matter().clear(),
                clear(e.answer()));
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }

    private static String rule(ConferenceResultDueSet e) {
        return JSON.writeValueAsString(new ResultRule(
                e.rule(),
                e.source(),
                e.confidence(),
                e.limit().amount(),
                e.limit().unit(),
                e.explanation()));
    }

    private void set(ConferenceEvent e, Happened<?> now, String what, @Nullable Object... values) {
        @Nullable Object[] all = Stream.concat(
                        Arrays.stream(values),
                        Stream.of(now.sequence(), e.conference().value(), now.sequence()))
                .toArray();
        tables.update(
                "update views.conference set " + what + ", version = ? where conference = ? and version < ?", all);
    }

    @Override
    public void flush() {}
}
