package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One program per data folder. The lock belongs to the living process, so a killed program leaves none behind; the
 * process number in the file only serves the message.
 */
final class FolderLock implements AutoCloseable {
    /** Within one process the operating system would let go of the lock as soon as a second channel is closed. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path data;
    private final FileChannel channel;

    private FolderLock(Path data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    static FolderLock take(Path data) {
        if (!HELD_HERE.add(data))
            throw inUse(data, String.valueOf(ProcessHandle.current().pid()));
        boolean taken = false;
        try {
            FileChannel channel = open(data.resolve("lock"));
            taken = channel.tryLock() != null;
            if (!taken) {
                channel.close();
                throw inUse(data, Files.readString(data.resolve("lock")).strip());
            }
            sign(channel);
            return new FolderLock(data, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!taken) HELD_HERE.remove(data);
        }
    }

    private static void sign(FileChannel channel) throws IOException {
        String holder = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
    }

    private static FileChannel open(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new CannotStart("The data folder " + file.getParent() + " belongs to another user.", e);
        }
    }

    private static CannotStart inUse(Path data, String holder) {
        return new CannotStart("The data folder " + data + " is in use by another program (process " + holder
                + "): stop it first, or name another folder with --data.");
    }

    @Override
    public void close() {
        try {
            channel.close();
            HELD_HERE.remove(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
