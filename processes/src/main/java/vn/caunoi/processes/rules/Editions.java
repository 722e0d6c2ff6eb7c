package vn.caunoi.processes.rules;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.caunoi.core.table.TableEdition;
import vn.caunoi.core.table.TableEditions;

/** One decision table in all its editions, each read once: the file's until the first that was published begins. Safe for many threads. */
final class Editions<T> {

    private final T file;
    private final Supplier<TableEditions> published;
    private final Function<byte[], T> reading;
    private final Map<Integer, T> read = new ConcurrentHashMap<>();

    /** @param reading throws {@link BrokenTable} when it cannot be used */
    Editions(T file, Supplier<TableEditions> published, Function<byte[], T> reading) {
        this.file = file;
        this.published = published;
        this.reading = reading;
    }

    /** One that answers on every day. */
    static <T> Editions<T> always(T table) {
        return new Editions<>(table, () -> TableEditions.NONE, content -> table);
    }

    /** What answers on a day. */
    T on(LocalDate day) {
        return read(published.get().on(day));
    }

    /** What was published last, though it may begin later. */
    T newest() {
        List<TableEdition> all = published.get().all();
        return read(all.isEmpty() ? Optional.empty() : Optional.of(all.getLast()));
    }

    /** Of the edition that answers on a day; 0 for the file. */
    int number(LocalDate day) {
        return published.get().on(day).map(TableEdition::number).orElse(0);
    }

    private T read(Optional<TableEdition> edition) {
        return edition.map(this::read).orElse(file);
    }

    private T read(TableEdition edition) {
        return read.computeIfAbsent(
                edition.number(), number -> reading.apply(edition.content().getBytes(StandardCharsets.UTF_8)));
    }
}
