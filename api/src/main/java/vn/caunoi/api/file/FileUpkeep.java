package vn.caunoi.api.file;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.upkeep.Upkeep;

/**
 * Removes files that nobody put into a case within a day of real time ({@code caunoi.files.unattached-kept}), and those
 * of cases whose text was erased.
 */
@Component
public class FileUpkeep implements Upkeep {

    private final FileRows rows;
    private final FileStore store;
    private final FilesUnderIds before;
    private final Duration unattachedKept;

    FileUpkeep(
            FileRows rows,
            FileStore store,
            FilesUnderIds before,
            @Value("${caunoi.files.unattached-kept:PT24H}") Duration unattachedKept) {
        this.before = before;
        this.rows = rows;
        this.store = store;
        this.unattachedKept = unattachedKept;
    }

    @Override
    public void tidy() {
        rows.removeUseless(unattachedKept).forEach(before::forget);
        for (String address : rows.left()) {
            store.forget(address);
            rows.forgotten(address);
        }
    }
}
