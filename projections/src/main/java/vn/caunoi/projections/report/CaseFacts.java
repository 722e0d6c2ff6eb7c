package vn.caunoi.projections.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.report.Counts;

/** The facts of one petition, while they are being changed. */
final class CaseFacts {
    final String id;

    @Nullable Kind kind;

    @Nullable String category;

    String unit;

    /** Whether it was accepted as one of a remote area: its decision takes effect later. */
    boolean remote;

    long version;
    private final List<FactRow> facts = new ArrayList<>();
    /** Places of those that are not written yet. */
    private final BitSet changed = new BitSet();

    private int changes;

    CaseFacts(PetitionReceived e) {
        id = e.petition().value();
        kind = e.kind();
        category = e.category();
        unit = e.unit().value();
        LocalDate day = DueDate.dayOf(e.occurred());
        happened(Counts.RECEIVED, e.channel().name(), day);
        happened(Counts.OPEN, null, day);
    }

    private CaseFacts(ResultSet row) throws SQLException {
        id = row.getString("id");
        String known = row.getString("kind");
        kind = known == null ? null : Kind.valueOf(known);
        category = row.getString("category");
        unit = row.getString("unit");
        remote = row.getBoolean("remote");
        version = row.getLong("version");
    }

    static CaseFacts read(ResultSet row, int number) throws SQLException {
        return new CaseFacts(row);
    }

    /** One that was written before, in the order of their numbers. */
    void known(FactRow fact) {
        facts.add(fact);
    }

    void happened(Counts what, @Nullable String detail, LocalDate day) {
        touched(facts.size());
        facts.add(new FactRow(facts.size(), what, detail, day, null, kind, category, unit, true));
    }

    /** The same, and what was known of this sort before does not stand any more. */
    void isNow(Counts what, @Nullable String detail, LocalDate day) {
        boolean same = facts.stream()
                .anyMatch(fact -> fact.stands()
                        && fact.what() == what
                        && Objects.equals(fact.detail(), detail)
                        && fact.day().equals(day));
        if (same) return;
        undo(what);
        happened(what, detail, day);
    }

    void begins(Counts what, LocalDate day) {
        if (facts.stream().noneMatch(fact -> fact.what() == what && fact.lasts())) happened(what, null, day);
    }

    void ends(Counts what, LocalDate day) {
        change(fact -> fact.what() == what && fact.lasts(), fact -> fact.ending(day));
    }

    /** It went on with another unit. */
    void moves(String to, LocalDate day) {
        if (to.equals(unit)) return;
        List<Counts> lasting =
                facts.stream().filter(FactRow::lasts).map(FactRow::what).toList();
        lasting.forEach(what -> ends(what, day));
        unit = to;
        lasting.forEach(what -> begins(what, day));
    }

    /** What was recorded wrongly, or undone, does not stand any more. */
    void undo(Counts what) {
        change(fact -> fact.what() == what && fact.stands(), FactRow::undone);
    }

    /** As {@link #undo}, of what lies after a day. */
    void undoAfter(Counts what, LocalDate day) {
        change(fact -> fact.what() == what && fact.stands() && fact.day().isAfter(day), FactRow::undone);
    }

    boolean has(Counts what, LocalDate on) {
        return facts.stream()
                .anyMatch(fact ->
                        fact.what() == what && fact.stands() && fact.day().equals(on));
    }

    boolean has(Counts what) {
        return facts.stream().anyMatch(fact -> fact.what() == what && fact.stands());
    }

    /** The last of its sort, which had ended, goes on. */
    void goesOn(Counts what) {
        facts.stream()
                .filter(fact -> fact.what() == what && fact.stands())
                .reduce((one, next) -> next)
                .ifPresent(last -> change(fact -> fact.no() == last.no(), fact -> fact.ending(null)));
    }

    /** The first of these sorts happened on another day. */
    void corrected(Set<Counts> sorts, LocalDate day) {
        for (Counts sort : sorts) {
            facts.stream()
                    .filter(fact -> fact.what() == sort && fact.stands())
                    .findFirst()
                    .ifPresent(first -> change(fact -> fact.no() == first.no(), fact -> fact.on(day)));
        }
    }

    /** Kind and field are those that were found last, for all that happened. */
    void is(@Nullable Kind now, @Nullable String in) {
        kind = now;
        category = in;
        change(fact -> fact.kind() != now || !Objects.equals(fact.category(), in), fact -> fact.of(now, in));
    }

    private void change(Predicate<FactRow> which, UnaryOperator<FactRow> how) {
        for (int no = 0; no < facts.size(); no++) {
            FactRow fact = facts.get(no);
            if (!which.test(fact)) continue;
            facts.set(no, how.apply(fact));
            touched(no);
        }
    }

    private void touched(int no) {
        changed.set(no);
        changes++;
    }

    /** Another one after each event that changed anything. */
    List<@Nullable Object> state() {
        return Arrays.asList(kind, category, unit, remote, changes);
    }

    Stream<FactRow> changed() {
        return changed.stream().mapToObj(facts::get);
    }

    void written() {
        changed.clear();
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {id, kind == null ? null : kind.name(), category, unit, remote, version};
    }
}
