package vn.caunoi.projections.reception;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.*;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.reception.Visits.Due;
import vn.caunoi.projections.reception.Visits.Ending;

/** Writes the reception book. Visits are few beside petitions: each event is written at once. */
final class VisitFilling implements ReadModel.Filling {
    private final Tables tables;
    private final VisitRecord record;

    VisitFilling(Tables tables, VisitRecord record) {
        this.tables = tables;
        this.record = record;
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof VisitEvent event)) return;
        tell(event, happened);
    }

    private void tell(VisitEvent event, Happened<?> now) {
        switch (event) {
            case VisitRecorded e -> recorded(e, now);
            case ResultDueSet e -> resultDue(e, now);
            case CallBackPromised e -> {
                if (set(e, now, "call_back = ?", time(e.until()))) owe(e.visit(), Due.CALL_BACK, e.until(), null);
            }
            case CalledBack e -> calledBack(e, now);
            case CallBackTaken e -> {
                if (set(e, now, "version = version"))
                    tables.update(
                            "update views.visit_due set by = ? where visit = ? and what = 'CALL_BACK'",
                            e.by().value(),
                            e.visit().value());
            }
            case CallBackPutOff e -> {
                if (set(e, now, "call_back = ?", time(e.until()))) owe(e.visit(), Due.CALL_BACK, e.until(), null);
            }
            case CallBackGivenUp e -> {
                String why = words(e.visit(), e.reason());
                set(e, now, "given_up = ?, remarks = remarks || ?::jsonb", at(now), VisitJson.remark(why, now));
                settle(e.visit(), Due.CALL_BACK);
            }
            case VisitCorrected e -> retell(e, now);
            case VisitDataErased e -> retell(e, now);
            case VisitJoined e -> set(e, now, "same_as = ?", e.first().value());
            case VisitParted e -> set(e, now, "same_as = null");
            case VisitAnswered e -> ended(e, now, Ending.ANSWERED, null, e.answer(), true);
            case VisitorTurnedAway e ->
                ended(e, now, Ending.TURNED_AWAY, e.ground().name(), e.reason(), true);
            case VisitBecamePetition e -> becamePetition(e, now);
            case AnswerPromised e -> promised(e, now);
            case PromiseKept e -> {
                String answer = words(e.visit(), e.answer());
                set(e, now, "kept = ?, told = ?, outcome = coalesce(?, outcome)", at(now), at(now), answer);
                settle(e.visit(), Due.ANSWER, Due.RESULT);
            }
            case ResultTold e -> {
                String how = words(e.visit(), e.how());
                set(
                        e,
                        now,
                        "told = ?, told_what = ?, told_how = ?",
                        at(now),
                        e.result().name(),
                        how);
                settle(e.visit(), Due.RESULT);
            }
            case PapersReturned e -> papersReturned(e, now);
            case StatementSigned e -> set(e, now, "file = ?", e.file());
            case Remarked e -> remarked(e, now);
        }
    }

    /**
     * Anew from the record, as if what is right had been told at once: what was told in clear may be sealed or erased
     * now, and the other way round.
     */
    private void retell(VisitEvent last, Happened<?> now) {
        Long version = tables.first(
                "select version from views.visit where visit = ?",
                (row, n) -> row.getLong(1),
                last.visit().value());
        if (version == null || version >= now.sequence()) return;
        List<Happened<VisitEvent>> events = record.of(last.visit()).stream()
                .filter(event -> event.sequence() <= now.sequence())
                .toList();
        tables.update(
                "delete from views.visit_due where visit = ?", last.visit().value());
        tables.update("delete from views.visit where visit = ?", last.visit().value());
        VisitCorrected right = events.stream()
                .map(Happened::event)
                .filter(VisitCorrected.class::isInstance)
                .map(VisitCorrected.class::cast)
                .reduce((first, second) -> second)
                .orElse(null);
        events.stream()
                .filter(event -> !isRetold(event.event()))
                .forEach(event -> tell(corrected(event.event(), right), event));
        set(last, now, "version = version");
    }

    private static boolean isRetold(VisitEvent event) {
        return event instanceof VisitCorrected || event instanceof VisitDataErased;
    }

    private static VisitEvent corrected(VisitEvent event, @Nullable VisitCorrected right) {
        return event instanceof VisitRecorded e && right != null
                ? new VisitRecorded(e.visit(), e.unit(), right.heard(), right.crowd(), e.by(), e.sitting())
                : event;
    }

    /** A visit that is a denunciation by what was said betrays nobody. */
    private void recorded(VisitRecorded e, Happened<?> now) {
        Heard heard = e.heard();
        boolean sealed = heard.matter() == Kind.DENUNCIATION;
        String subject = sealed ? null : heard.subject().clear();
        String statement = sealed ? null : heard.statement().clear();
        tables.update(
                """
                insert into views.visit (visit, unit, year, recorded, happened, way, receiver, sitting, identity,
                    people, crowd, urgent, matter, sealed, visitors, subject, statement, settled_by, papers, words,
                    remarks, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?, '[]', ?)
                on conflict (visit) do nothing""",
                e.visit().value(),
                e.unit().value(),
                DueDate.dayOf(heard.occurred()).getYear(),
                at(now),
                time(heard.occurred()),
                heard.way().name(),
                e.by().value(),
                e.sitting() == null ? null : e.sitting().value(),
                heard.identity().name(),
                heard.people(),
                e.crowd(),
                heard.urgent(),
                heard.matter() == null ? null : heard.matter().name(),
                sealed,
                VisitJson.visitors(sealed ? List.of() : heard.visitors()),
                subject,
                statement,
                sealed || heard.settledBy() == null ? null : heard.settledBy().clear(),
                VisitJson.papers(heard.papers(), sealed),
                sealed ? "" : searched(heard),
                now.sequence());
    }

    private static String searched(Heard heard) {
        Stream<String> names = heard.visitors().stream().map(Person::fullName).map(Sealed::clear);
        return Stream.concat(names, Stream.of(heard.subject().clear()))
                .map(VisitJson::plain)
                .collect(Collectors.joining(" "));
    }

    private void resultDue(ResultDueSet e, Happened<?> now) {
        if (set(e, now, "result_due = ?, result_rule = ?::jsonb", time(e.due()), VisitJson.rule(e)))
            owe(e.visit(), Due.RESULT, e.due(), null);
    }

    private void calledBack(CalledBack e, Happened<?> now) {
        String note = words(e.visit(), e.note());
        set(
                e,
                now,
                "tries = tries + 1, called = coalesce(?, called), remarks = remarks || ?::jsonb",
                e.reached() ? at(now) : null,
                VisitJson.remark(note, now));
        if (e.reached()) settle(e.visit(), Due.CALL_BACK);
    }

    private void becamePetition(VisitBecamePetition e, Happened<?> now) {
        set(
                e,
                now,
                "ending = ?, ended = ?, petition = ?, code = ?",
                Ending.PETITION.name(),
                at(now),
                e.petition().value(),
                e.code());
        settle(e.visit(), Due.ANSWER);
    }

    private void promised(AnswerPromised e, Happened<?> now) {
        if (!ended(e, now, Ending.PROMISED, null, e.what(), false)) return;
        tables.update(
                "update views.visit set promised = ?, promised_by = ? where visit = ?",
                time(e.until()),
                e.by().value(),
                e.visit().value());
        owe(e.visit(), Due.ANSWER, e.until(), e.by().value());
    }

    private boolean ended(
            VisitEvent e, Happened<?> now, Ending how, @Nullable String ground, Sealed outcome, boolean told) {
        boolean first = set(
                e,
                now,
                "ending = ?, ended = ?, ground = ?, outcome = ?, told = ?",
                how.name(),
                at(now),
                ground,
                words(e.visit(), outcome),
                told ? at(now) : null);
        if (told) settle(e.visit(), Due.RESULT);
        return first;
    }

    private void papersReturned(PapersReturned e, Happened<?> now) {
        for (int no : e.papers())
            tables.update(
                    "update views.visit set papers = jsonb_set(papers, array[?, 'returned'], 'true')"
                            + " where visit = ? and version < ?",
                    String.valueOf(no - 1),
                    e.visit().value(),
                    now.sequence());
        set(e, now, "version = version");
    }

    private void remarked(Remarked e, Happened<?> now) {
        set(e, now, "remarks = remarks || ?::jsonb", VisitJson.remark(words(e.visit(), e.text()), now));
    }

    /** Null for a visit whose words nobody may read. */
    private @Nullable String words(VisitId visit, Sealed text) {
        Boolean sealed = tables.first(
                "select sealed from views.visit where visit = ?", (row, n) -> row.getBoolean(1), visit.value());
        return Boolean.TRUE.equals(sealed) ? null : text.clear();
    }

    /** False when the event was taken before. */
    private boolean set(VisitEvent e, Happened<?> now, String what, @Nullable Object... values) {
        @Nullable Object[] all = Stream.concat(
                        java.util.Arrays.stream(values),
                        Stream.of(now.sequence(), e.visit().value(), now.sequence()))
                .toArray();
        String changed = what.equals("version = version") ? "" : what + ", ";
        return tables.changes("update views.visit set " + changed + "version = ? where visit = ? and version < ?", all);
    }

    private void owe(VisitId visit, Due what, Instant due, @Nullable String by) {
        tables.update("""
                insert into views.visit_due (visit, what, unit, due, by)
                select visit, ?, unit, ?, ? from views.visit where visit = ?
                on conflict (visit, what) do update set due = excluded.due, by = coalesce(excluded.by, visit_due.by)""", what.name(), time(due), by, visit.value());
    }

    private void settle(VisitId visit, Due... what) {
        for (Due one : what)
            tables.update("delete from views.visit_due where visit = ? and what = ?", visit.value(), one.name());
    }

    private static @Nullable Object at(Happened<?> now) {
        return time(now.at());
    }

    @Override
    public void flush() {}
}
