package vn.caunoi.projections.insight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.IntakeEvent.PetitionMovedIn;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.Pending;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/** Writes how cases go. What happens to a case before a process moves it costs nothing here. */
final class PassageFilling implements ReadModel.Filling {
    private static final Target MOVED_IN = Target.of("moved_in", "petition", "petition", "");

    private final Tables tables;
    private final Pending<String, CaseCourse> cases;
    private final Set<String> movedIn = new TreeSet<>();

    PassageFilling(Tables tables) {
        this.tables = tables;
        this.cases = new Pending<>(this::load, this::save, tables.remembered());
    }

    @Override
    public void expect(PetitionEvent event) {
        if (CaseCourse.matters(event)) cases.expect(event.petition().value());
    }

    @Override
    public void expectNew(PetitionEvent event) {
        if (event instanceof PetitionReceived e) cases.expectNew(e.petition().value());
    }

    @Override
    public void take(Happened<?> happened) {
        if (!(happened.event() instanceof PetitionEvent event)) return;
        if (event instanceof PetitionMovedIn e) movedIn.add(e.petition().value());
        if (!CaseCourse.matters(event)) return;
        String id = event.petition().value();
        CaseCourse course = cases.get(id);
        if (course == null) {
            if (!(event instanceof ProcessStarted)) return;
            course = new CaseCourse(id);
        }
        course.take(event, happened.at(), happened.sequence());
        if (course.isChanged()) cases.put(id, course);
    }

    @Override
    public void flush() {
        cases.flush();
        tables.save(MOVED_IN, movedIn, id -> new @Nullable Object[] {id});
        movedIn.clear();
    }

    private Map<String, CaseCourse> load(Collection<String> ids) {
        Map<String, CaseCourse> found = new HashMap<>();
        tables.all("select * from views.process_run where petition = any(?) order by petition, run", RunRow::read, ids)
                .forEach(run ->
                        found.computeIfAbsent(run.petition, CaseCourse::new).known(run));
        if (found.isEmpty()) return found;
        tables.all(
                        "select * from views.passage where petition = any(?) order by petition, no",
                        PassageRow::read,
                        found.keySet())
                .forEach(one ->
                        found.computeIfAbsent(one.petition, CaseCourse::new).known(one));
        return found;
    }

    private void save(Collection<CaseCourse> begun, Collection<CaseCourse> changed) {
        List<CaseCourse> all = new ArrayList<>(begun);
        all.addAll(changed);
        tables.begin(RunRow.TARGET, runs(all, false), RunRow::values);
        tables.change(RunRow.TARGET, runs(all, true), RunRow::values);
        tables.begin(PassageRow.TARGET, passages(all, false), PassageRow::values);
        tables.change(PassageRow.TARGET, passages(all, true), PassageRow::values);
        all.forEach(CaseCourse::written);
    }

    private static List<RunRow> runs(List<CaseCourse> of, boolean written) {
        return of.stream().flatMap(course -> course.runs(written)).toList();
    }

    private static List<PassageRow> passages(List<CaseCourse> of, boolean written) {
        Stream<PassageRow> rows = of.stream().flatMap(course -> course.passages(written));
        return rows.toList();
    }
}
