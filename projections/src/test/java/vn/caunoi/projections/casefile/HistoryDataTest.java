package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.type.TypeReference;
import vn.caunoi.core.ledger.LedgerJson;
import vn.caunoi.core.ledger.StoredNames;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.testing.ClearSealing;
import vn.caunoi.core.testing.Specimen;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.core.vault.SealedData;

/** The history shows of an event what its JSON would, though none is written. */
class HistoryDataTest {
    private static final Path SAMPLES = Path.of("../core/src/test/resources/samples");

    private final StoredNames names = StoredNames.scan("vn.caunoi.core");
    private final LedgerJson json = LedgerJson.of(names, new ClearSealing());

    @TestFactory
    Stream<DynamicTest> every_sample_is_shown_as_its_json_would_be() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList().stream()
                    .filter(file -> PetitionEvent.class.isAssignableFrom(names.classOf(name(file))))
                    .map(file -> DynamicTest.dynamicTest(name(file), () -> same(sample(file))));
        }
    }

    @TestFactory
    Stream<DynamicTest> and_so_is_every_event_with_all_that_it_can_have() {
        return names.classes().stream()
                .filter(PetitionEvent.class::isAssignableFrom)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> same(Specimen.of(type))));
    }

    @Test
    void values_of_every_sort_read_as_from_json() {
        KeyId key = KeyId.petition("p");
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("small", 1L);
        all.put("large", 1L << 40);
        all.put("larger", BigInteger.TWO.pow(80));
        all.put("whole", new BigDecimal("12"));
        all.put("part", new BigDecimal("12.50"));
        all.put("short", (short) 3);
        all.put("float", 1.1f);
        all.put("double", 2.5);
        all.put("bytes", new byte[] {1, 2, 3});
        all.put("letter", 'x');
        all.put("at", Instant.parse("2026-11-18T02:00:00.120Z"));
        all.put("none", null);
        all.put("list", Arrays.asList("a", null, List.of(1), Map.of("yes", true)));
        all.put("empty", Map.of());
        all.put("erased", Sealed.erased(key));
        all.put("data", SealedData.of(key, Map.of("score", 5, "notes", List.of("đúng hạn"))));
        all.put("gone", SealedData.erased(key));
        same(all);
    }

    private static void same(Object event) {
        Map<String, Object> read = HistoryData.JSON.readValue(
                HistoryData.JSON.writeValueAsString(event), new TypeReference<Map<String, Object>>() {});
        Map<String, Object> shown = HistoryData.read(event);
        assertThat(shown).isEqualTo(read);
        assertThat(shown.keySet()).containsExactlyElementsOf(read.keySet());
    }

    private Object sample(Path file) throws IOException {
        String revision = file.getFileName().toString().replaceAll(".*\\.v(\\d+)\\.json", "$1");
        return json.deserialize(new SimpleSerializedObject<>(
                Files.readString(file), String.class, new SimpleSerializedType(name(file), revision)));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.v\\d+\\.json", "");
    }
}
