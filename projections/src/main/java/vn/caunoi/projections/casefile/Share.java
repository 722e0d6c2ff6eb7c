package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.Tables.time;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFiles.Section;
import vn.caunoi.projections.casefile.Part.OpenTask;

/**
 * An officer's part in a case.
 *
 * @param order what the section is ordered by: to do, the officer's earliest task; else the receipt, which hardly ever
 *     changes, so that what others do in a case leaves its parts as they are
 */
record Share(OfficerId officer, PetitionId petition, Section section, UnitId unit, Instant order) {

    static List<Share> of(CaseFile file) {
        return Stream.concat(Stream.ofNullable(file.assignee()), file.worked().stream())
                .distinct()
                .map(officer -> of(file, officer))
                .toList();
    }

    private static Share of(CaseFile file, OfficerId officer) {
        Section section = section(file, officer);
        return new Share(
                officer,
                file.id(),
                section,
                file.unit(),
                section == Section.TO_DO ? earliest(file, officer) : file.receivedAt());
    }

    private static Instant earliest(CaseFile file, OfficerId officer) {
        return file.tasks().stream()
                .filter(task -> officer.equals(task.assignee()))
                .map(OpenTask::due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Section section(CaseFile file, OfficerId officer) {
        if (file.tasks().stream().anyMatch(task -> officer.equals(task.assignee()))) return Section.TO_DO;
        return file.status() == Status.CLOSED ? Section.DONE : Section.WAITING;
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {officer.value(), petition.value(), section.name(), unit.value(), time(order)};
    }
}
