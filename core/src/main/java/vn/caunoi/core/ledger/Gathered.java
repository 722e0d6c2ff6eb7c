package vn.caunoi.core.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Events gathered by stream without sorting them: into heaps by the stream's id, each small enough for the memory. What
 * is more than the memory for all of them goes to a file, which is nowhere to be found once it is open.
 */
final class Gathered implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final List<Heap> heaps;
    private final Path folder;
    private final AtomicLong memory;
    private @Nullable FileChannel file;
    private final AtomicLong rows = new AtomicLong();
    private long written;

    Gathered(Path folder, int heaps, long memory) {
        this.folder = folder;
        this.memory = new AtomicLong(memory);
        this.heaps = IntStream.range(0, heaps).mapToObj(n -> new Heap()).toList();
    }

    void put(byte[] bytes, int from) {
        RowBytes row = new RowBytes(bytes, from);
        long mixed = (row.streamHigh() ^ row.streamLow()) * 0x9E3779B97F4A7C15L;
        rows.incrementAndGet();
        heaps.get((int) Math.floorMod(mixed >>> 20, (long) heaps.size())).put(bytes, from);
    }

    long rows() {
        return rows.get();
    }

    int size() {
        return heaps.size();
    }

    /** All rows of a heap, each behind its length; it is empty afterwards. */
    ByteBuffer take(int heap) {
        return heaps.get(heap).take();
    }

    private synchronized long write(ByteBuffer chunk) {
        try {
            if (file == null) file = open();
            long at = written;
            written += chunk.remaining();
            while (chunk.hasRemaining()) file.write(chunk, at + chunk.position());
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException("no room for what is read in " + folder, e);
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "rebuild", ".part");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private void read(long at, ByteBuffer into) {
        try {
            FileChannel from = java.util.Objects.requireNonNull(file);
            int begin = into.position();
            while (into.hasRemaining()) {
                if (from.read(into, at + into.position() - begin) < 0) throw new IOException("the file ends early");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (file != null) file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Filled by several threads, taken by one. */
    private final class Heap {
        private record Extent(long at, int length) {}

        private final List<ByteBuffer> kept = new ArrayList<>();
        private final List<Extent> away = new ArrayList<>();
        private ByteBuffer chunk = ByteBuffer.allocate(0);

        synchronized void put(byte[] bytes, int from) {
            int length = bytes.length - from;
            if (chunk.remaining() < length + 4) {
                putAway();
                chunk = ByteBuffer.allocate(Math.max(CHUNK, length + 4));
            }
            chunk.putInt(length).put(bytes, from, length);
        }

        private void putAway() {
            chunk.flip();
            int length = chunk.remaining();
            if (length == 0) return;
            if (memory.addAndGet(-length) >= 0) kept.add(chunk);
            else away.add(new Extent(write(chunk), length));
        }

        synchronized ByteBuffer take() {
            chunk.flip();
            int length = chunk.remaining()
                    + kept.stream().mapToInt(ByteBuffer::remaining).sum()
                    + away.stream().mapToInt(Extent::length).sum();
            ByteBuffer all = ByteBuffer.allocate(length);
            kept.forEach(all::put);
            for (Extent extent : away) {
                ByteBuffer part = all.slice(all.position(), extent.length);
                read(extent.at, part);
                all.position(all.position() + extent.length);
            }
            all.put(chunk);
            kept.clear();
            away.clear();
            chunk = ByteBuffer.allocate(0);
            return all.flip();
        }
    }
}
