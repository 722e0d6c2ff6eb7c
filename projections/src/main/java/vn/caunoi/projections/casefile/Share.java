package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFiles.Section;

/**
 * An officer's part in a case. Whether the case is to do is not said here but by the tasks that the officer holds, which
 * change much oftener.
 *
 * @param section of the list of my cases while the officer holds no task of it
 * @param received what the section is ordered by; it hardly ever changes, so that what others do in a case leaves its
 *     parts as they are
 */
record Share(OfficerId officer, PetitionId petition, Section section, UnitId unit, Instant received) {

    static List<Share> of(CaseFile file) {
        Section section = file.status() == Status.CLOSED ? Section.DONE : Section.WAITING;
        return Stream.concat(Stream.ofNullable(file.assignee()), file.worked().stream())
                .distinct()
                .map(officer -> new Share(officer, file.id(), section, file.unit(), file.receivedAt()))
                .toList();
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {officer.value(), petition.value(), section.name(), unit.value(), time(received)};
    }
}
