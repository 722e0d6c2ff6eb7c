package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.vault.ContentKey;
import vn.caunoi.core.vault.KeyId;

/** Keeps the content of files and writes their rows; what is not written after all leaves no content behind. */
@Component
class FileIntake {

    /** Programs and pages with script: nothing that belongs into a case file, and dangerous to whoever opens it. */
    private static final Set<String> REFUSED = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/vnd.microsoft.portable-executable",
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-mach-o",
            "application/x-sh",
            "application/x-bat",
            "application/java-archive",
            "application/java-vm",
            "application/javascript",
            "text/javascript",
            "application/x-vbs",
            "text/html",
            "application/xhtml+xml",
            "image/svg+xml");

    private static final int LONGEST_NAME = 200;

    private final FileRows rows;
    private final FileStore store;
    private final FileLocks locks;
    private final VirusScan scan;
    private final Clock clock;

    FileIntake(FileRows rows, FileStore store, FileLocks locks, VirusScan scan, Clock clock) {
        this.rows = rows;
        this.store = store;
        this.locks = locks;
        this.scan = scan;
        this.clock = clock;
    }

    boolean looksForViruses() {
        return scan != VirusScan.NONE;
    }

    /** From outside: looked at, and refused when it is empty, of a kind that runs, or not clean. */
    FileDesk.Uploaded take(InputStream content, String name, Actor by) {
        String id = UUID.randomUUID().toString();
        String plain = plainName(name);
        ContentKey key = ContentKey.fresh();
        FileStore.Kept kept = store.keep(id, key, content, plain);
        boolean taken = false;
        try {
            if (kept.size() == 0) throw Input.refusal("file", "required", "is empty");
            if (REFUSED.contains(kept.type())) throw new Stopped(ProblemKind.UNSUPPORTED_TYPE);
            mustBeClean(kept.address(), id, key);
            String owner = by.id().value();
            insert(id, kept, locks.locked(KeyId.uploads(owner), key.secret(), utf8(plain)), owner, by);
            taken = true;
            forgetIfRolledBack(kept.address());
            return new FileDesk.Uploaded(id, plain, kept.type(), kept.size(), kept.sha256());
        } finally {
            if (!taken) store.forget(kept.address());
        }
    }

    /**
     * Of a file that was looked at when it was taken; in the transaction that puts it into its case.
     *
     * @param lock with which its secret is locked
     * @param owner who uploaded the first
     */
    FileRows.Row copy(InputStream content, String name, KeyId lock, String owner, Actor by) {
        String id = UUID.randomUUID().toString();
        ContentKey key = ContentKey.fresh();
        FileStore.Kept kept = store.keep(id, key, content, name);
        forgetIfRolledBack(kept.address());
        return insert(id, kept, locks.locked(lock, key.secret(), utf8(name)), owner, by);
    }

    private FileRows.Row insert(String id, FileStore.Kept kept, FileRows.Locks sealed, String owner, Actor by) {
        var lying = new FileRows.Lying(kept.address(), id);
        var row = new FileRows.Row(id, kept.type(), kept.size(), kept.sha256(), owner, null, sealed, lying);
        rows.insert(row, by, clock.instant());
        return row;
    }

    /** Looked at as it was kept, so that its clear content lies nowhere. */
    private void mustBeClean(String address, String id, ContentKey key) {
        try (InputStream content = store.open(address, id, key)) {
            scan.mustBeClean(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kept as part of something larger that failed after all. While nobody knows how that ended the content stays: a row may name it. */
    private void forgetIfRolledBack(String address) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) store.forget(address);
            }
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The last part of a path, without what could steer a header or a terminal. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        if (plain.isEmpty()) return "file";
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
