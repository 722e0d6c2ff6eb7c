package vn.caunoi.api.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Sealed files of earlier versions, which lie in the data folder under their ids; at the start they get an address. */
@Component
class FilesUnderIds implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FilesUnderIds.class);

    private final FileRows rows;
    private final FileStore store;
    private final FolderContents folder;

    FilesUnderIds(FileRows rows, FileStore store, FolderContents folder) {
        this.rows = rows;
        this.store = store;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Thread.ofPlatform().daemon().name("files-moving").start(this::move);
    }

    /** Beside all else: what was not moved yet is read where it is. */
    private void move() {
        try {
            moveAll();
            store.takeOver(rows::isContent);
        } catch (RuntimeException later) {
            LOG.warn("not all files were moved; the rest will be with the next start", later);
        }
    }

    /** Broken off, it goes on with the next start: a file goes from its old place only after its row tells of the new. */
    void moveAll() {
        List<String> ids = rows.withoutAddress();
        int missing = 0;
        for (String id : ids) {
            if (!has(id)) {
                missing++;
                continue;
            }
            rows.lies(id, store.keepSealed(place(id)));
            forget(id);
        }
        if (ids.size() > missing) LOG.info("{} files were moved to where their content says", ids.size() - missing);
        if (missing > 0) LOG.warn("{} files are known to the database but missing in the data folder", missing);
    }

    boolean has(String id) {
        return Files.exists(place(id));
    }

    Path place(String id) {
        return folder.place(id);
    }

    void forget(String id) {
        try {
            Files.deleteIfExists(place(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
