package vn.caunoi.projections.casefile;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.core.petition.PetitionId;

/**
 * Case files told from the record, and those told last. A file follows from its petition and version alone, so one that
 * is kept is right wherever that version is asked for.
 */
@Component
final class RecentFiles {
    private final CaseRecord record;
    private final Map<PetitionId, CaseFile> files;

    RecentFiles(CaseRecord record, @Value("${caunoi.casefile.recent:2000}") int most) {
        this.record = record;
        this.files = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<PetitionId, CaseFile> eldest) {
                return size() > most;
            }
        });
    }

    /** The whole file right after that event, with what a denunciation does not show. */
    CaseFile at(PetitionId petition, long version) {
        CaseFile kept = files.get(petition);
        if (kept != null && kept.version() == version) return kept;
        CaseFile told = record.fileAt(petition, version);
        files.put(petition, told);
        return told;
    }

    /** Those that are not kept are told all at once. */
    Map<PetitionId, CaseFile> at(Map<PetitionId, Long> versions) {
        Map<PetitionId, CaseFile> found = new HashMap<>();
        Map<PetitionId, Long> missing = new HashMap<>(versions);
        versions.forEach((petition, version) -> {
            CaseFile kept = files.get(petition);
            if (kept == null || kept.version() != version) return;
            found.put(petition, kept);
            missing.remove(petition);
        });
        if (missing.isEmpty()) return found;
        Map<PetitionId, CaseFile> told = record.filesAt(missing);
        files.putAll(told);
        found.putAll(told);
        return found;
    }

    void keep(CaseFile file) {
        files.put(file.id(), file);
    }
}
