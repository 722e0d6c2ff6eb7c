package vn.caunoi.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.core.ledger.LedgerJson;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.ledger.StoredNames;

/**
 * Keeps yesterday's facts readable. Each recorded shape of an event has an approved sample in
 * {@code src/test/resources/samples/<name>.v<revision>.json}; every sample must load for all time, and those of the
 * current shape must be written again as they were. Sealed values stand in them as base64 of the clear text, which is
 * never about a real person. Run with {@code -Dsamples.write=true} to write the missing ones, then read and commit
 * them; an existing sample is never written over.
 */
public abstract class EventSamples {

    private static final Path FOLDER = Path.of("src/test/resources/samples");
    private static final Pattern FILE = Pattern.compile("(.+)\\.v(\\d+)\\.json");
    private static final JsonMapper PRETTY = JsonMapper.builder().build();

    private final StoredNames names;
    private final LedgerJson json;

    protected EventSamples(String basePackage) {
        names = StoredNames.scan(basePackage);
        json = LedgerJson.of(names, new ClearSealing());
    }

    /** What turns older shapes into current ones. */
    protected EventUpcaster upcasters() {
        return NoOpEventUpcaster.INSTANCE;
    }

    @TestFactory
    Stream<DynamicTest> every_event_has_a_sample() {
        return names.classes().stream()
                .filter(Class::isRecord)
                .filter(EventSamples::isPartOfTheProduct)
                .map(type -> DynamicTest.dynamicTest(file(type).getFileName().toString(), () -> mustExist(type)));
    }

    @TestFactory
    Stream<DynamicTest> every_sample_still_loads_and_current_ones_are_written_as_before() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> mustLoad(file)));
        }
    }

    private static boolean isPartOfTheProduct(Class<?> type) {
        return !type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }

    private static Path file(Class<?> type) {
        StoredAs stored = StoredNames.nameOf(type);
        return FOLDER.resolve(stored.value() + ".v" + stored.revision() + ".json");
    }

    private void mustExist(Class<?> type) throws IOException {
        Path file = file(type);
        if (Files.exists(file)) {
            return;
        }
        if (!Boolean.getBoolean("samples.write")) {
            fail("%s has no approved sample. Run with -Dsamples.write=true, read %s, commit it.", type, file);
        }
        String body = json.serialize(Specimen.of(type), String.class).getData();
        Files.createDirectories(FOLDER);
        Files.writeString(
                file, PRETTY.writerWithDefaultPrettyPrinter().writeValueAsString(PRETTY.readTree(body)) + "\n");
    }

    private void mustLoad(Path file) throws IOException {
        Matcher shape = FILE.matcher(file.getFileName().toString());
        assertThat(shape.matches())
                .as("a sample is named <name>.v<revision>.json")
                .isTrue();
        String stored = Files.readString(file);
        EventData<?> entry = new GenericDomainEventEntry<>(
                "sample", "stream", 0, "id", "2026-11-18T02:00:00Z", shape.group(1), shape.group(2), stored, "{}");
        EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of((GenericDomainEventEntry<?>) entry), json, upcasters())
                .asStream()
                .forEach(event -> mustBeWrittenAsBefore(event.getPayload(), shape, stored));
    }

    private void mustBeWrittenAsBefore(Object event, Matcher shape, String stored) {
        StoredAs current = StoredNames.nameOf(event.getClass());
        if (current.value().equals(shape.group(1)) && current.revision() == Integer.parseInt(shape.group(2))) {
            String written = json.serialize(event, String.class).getData();
            assertThat(PRETTY.readTree(written))
                    .as("what is recorded keeps its shape: add an optional component, or a revision with an upcaster")
                    .isEqualTo(PRETTY.readTree(stored));
        }
    }
}
