package vn.caunoi.api.supervisor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.reception.Visits;

/** Who looked at a case, for supervisors and administrators; the latter learn no more of the case than its code. */
@Component
public class ReadingDesk {

    /** @param code of the case that was looked at */
    public record Readers(PetitionId petition, String code, Page<Reading> page) {}

    /** @param year of the book, and {@code no} in it */
    public record VisitReaders(VisitId visit, UnitId unit, int year, long no, Page<Reading> page) {}

    private final VisibleCases cases;
    private final Visits visits;
    private final ReadingLog log;

    ReadingDesk(VisibleCases cases, Visits visits, ReadingLog log) {
        this.cases = cases;
        this.visits = visits;
        this.log = log;
    }

    /** The caller sees to it that only an inspector or an administrator asks. */
    public Readers of(String idOrCode, @Nullable String cursor, int limit) {
        var file = cases.anyOf(idOrCode);
        return new Readers(file.id(), file.code(), log.of(file.id(), cursor, limit));
    }

    /** The same of a visit. */
    public VisitReaders ofVisit(String id, @Nullable String cursor, int limit) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        Visits.Entry visit =
                visits.find(new VisitId(id), Visibility.everything()).orElseThrow(NotFound::new);
        int year = DueDate.dayOf(visit.happened()).getYear();
        return new VisitReaders(visit.id(), visit.unit(), year, visit.no(), log.of(visit.id(), cursor, limit));
    }
}
