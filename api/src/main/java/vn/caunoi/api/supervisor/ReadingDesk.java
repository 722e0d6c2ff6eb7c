package vn.caunoi.api.supervisor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;

/** Who looked at a case, for supervisors and administrators; the latter learn no more of the case than its code. */
@Component
public class ReadingDesk {

    /** @param code of the case that was looked at */
    public record Readers(PetitionId petition, String code, Page<Reading> page) {}

    private final VisibleCases cases;
    private final ReadingLog log;

    ReadingDesk(VisibleCases cases, ReadingLog log) {
        this.cases = cases;
        this.log = log;
    }

    /** The caller sees to it that only an inspector or an administrator asks. */
    public Readers of(String idOrCode, @Nullable String cursor, int limit) {
        var file = cases.anyOf(idOrCode);
        return new Readers(file.id(), file.code(), log.of(file.id(), cursor, limit));
    }
}
