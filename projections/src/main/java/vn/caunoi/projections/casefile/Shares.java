package vn.caunoi.projections.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;

/**
 * Writes officers' parts in cases.
 *
 * @param before the files of known cases as they were
 */
record Shares(Tables tables, Map<PetitionId, CaseFile> before) {
    private static final Target PART = Target.of(
            "case_part",
            "petition officer",
            "officer petition section unit received::timestamptz",
            "section unit received");

    void save(Collection<CaseFile> begun, List<CaseFile> changed) {
        List<Share> gone = changed.stream().flatMap(this::gone).toList();
        if (!gone.isEmpty())
            tables.update(
                    "delete from views.case_part where (petition, officer) in (select * from unnest(?::text[], ?::text[]))",
                    gone.stream().map(share -> share.petition().value()).toArray(String[]::new),
                    gone.stream().map(share -> share.officer().value()).toArray(String[]::new));
        Stream<Share> first = begun.stream().map(Share::of).flatMap(List::stream);
        tables.begin(
                PART,
                Stream.concat(first, changed.stream().flatMap(file -> changed(file, false)))
                        .toList(),
                Share::values);
        tables.change(
                PART, changed.stream().flatMap(file -> changed(file, true)).toList(), Share::values);
    }

    private Stream<Share> gone(CaseFile file) {
        Set<OfficerId> still = officers(file);
        return Share.of(was(file)).stream().filter(share -> !still.contains(share.officer()));
    }

    /** @param known of officers who had a part already, or of the others */
    private Stream<Share> changed(CaseFile file, boolean known) {
        List<Share> was = Share.of(was(file));
        Set<OfficerId> officers = officers(was(file));
        return Share.of(file).stream()
                .filter(share -> officers.contains(share.officer()) == known && !was.contains(share));
    }

    private static Set<OfficerId> officers(CaseFile file) {
        return Share.of(file).stream().map(Share::officer).collect(Collectors.toSet());
    }

    private CaseFile was(CaseFile file) {
        return Objects.requireNonNull(before.get(file.id()));
    }
}
