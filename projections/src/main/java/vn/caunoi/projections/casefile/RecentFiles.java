package vn.caunoi.projections.casefile;

import java.util.Collections;
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

    void keep(CaseFile file) {
        files.put(file.id(), file);
    }
}
