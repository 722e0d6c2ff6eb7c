package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatheredTest {
    private static final int STREAMS = 300;
    private static final int EVENTS = 20;
    private static final long ALL_OF_IT = 1L << 30;

    @TempDir
    Path folder;

    private final List<UUID> streams =
            Stream.generate(UUID::randomUUID).limit(STREAMS).toList();

    @ParameterizedTest
    @ValueSource(longs = {0, 300_000, ALL_OF_IT})
    void what_does_not_fit_into_memory_comes_back_from_the_file_as_it_went_there(long memory) {
        try (Gathered gathered = new Gathered(folder, 3, memory)) {
            gather(gathered);
            assertThat(gathered.rows()).isEqualTo(STREAMS * EVENTS);
            assertThat(taken(gathered)).containsExactlyInAnyOrderElementsOf(all());
        }
    }

    @Test
    void each_stream_comes_out_whole_and_in_its_order() {
        try (Gathered gathered = new Gathered(folder, 3, 0)) {
            gather(gathered);
            List<RowBytes> rows = rows(gathered);
            for (UUID stream : streams)
                assertThat(rows.stream()
                                .filter(row -> row.stream().equals(stream))
                                .map(RowBytes::seq))
                        .containsExactlyElementsOf(
                                IntStream.range(0, EVENTS).boxed().toList());
        }
    }

    @Test
    void the_file_is_nowhere_to_be_found_even_while_it_is_used() throws Exception {
        try (Gathered gathered = new Gathered(folder.resolve("new"), 3, 0)) {
            gather(gathered);
            try (Stream<Path> files = Files.list(folder.resolve("new"))) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void nothing_is_written_while_there_is_memory() {
        try (Gathered gathered = new Gathered(folder.resolve("new"), 3, ALL_OF_IT)) {
            gather(gathered);
        }
        assertThat(folder.resolve("new")).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_to_is_told() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));
        try (Gathered gathered = new Gathered(file, 3, 0)) {
            assertThatThrownBy(() -> gather(gathered)).hasRootCauseInstanceOf(java.nio.file.FileSystemException.class);
        } catch (UncheckedIOException e) {
            throw new AssertionError("closing has to be possible", e);
        }
    }

    /** By two threads, as two halves of the record are read; events of a stream come in no order. */
    private void gather(Gathered gathered) {
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> put(gathered, 1)),
                        CompletableFuture.runAsync(() -> put(gathered, 0)))
                .join();
    }

    private void put(Gathered gathered, int half) {
        for (int seq = EVENTS - 1; seq >= 0; seq--)
            for (UUID stream : streams) if (seq % 2 == half) gathered.put(row(stream, seq), 2);
    }

    /** As PostgreSQL copies it out, behind the number of its fields. */
    private static byte[] row(UUID stream, int seq) {
        byte[] body = body(stream, seq).getBytes(StandardCharsets.UTF_8);
        ByteBuffer row = ByteBuffer.allocate(2 + 20 + 8 + 8 + 12 + 4 + body.length);
        row.putShort((short) 5).putInt(16).putLong(stream.getMostSignificantBits());
        row.putLong(stream.getLeastSignificantBits());
        row.putInt(4).putInt(seq).putInt(4).putInt(7).putInt(8).putLong(0);
        return row.putInt(body.length).put(body).array();
    }

    private static String body(UUID stream, int seq) {
        return "%s %d%s".formatted(stream, seq, " đơn".repeat(Math.floorMod(stream.hashCode(), 60)));
    }

    private List<String> all() {
        return streams.stream()
                .flatMap(stream -> IntStream.range(0, EVENTS).mapToObj(seq -> body(stream, seq)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static List<String> taken(Gathered gathered) {
        return rows(gathered).stream().map(RowBytes::body).toList();
    }

    private static List<RowBytes> rows(Gathered gathered) {
        List<RowBytes> rows = new ArrayList<>();
        for (int heap = 0; heap < gathered.size(); heap++) {
            HeapOfStreams streams = new HeapOfStreams(gathered.take(heap));
            for (List<RowBytes> part = streams.next(100); !part.isEmpty(); part = streams.next(100)) rows.addAll(part);
        }
        return rows;
    }
}
