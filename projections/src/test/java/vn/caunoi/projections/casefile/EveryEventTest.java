package vn.caunoi.projections.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.core.testing.Specimen;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Rebuild;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.Visibility;

/** No event stops a read model, whatever came before it. */
class EveryEventTest extends ReadModelsTest {
    @Autowired
    private CaseFiles files;

    @Autowired
    private Rebuild rebuild;

    @Autowired
    private Streams streams;

    @TestFactory
    Stream<DynamicTest> every_event_is_taken_and_shown_in_the_history() {
        return types(PetitionEvent.class)
                .filter(type -> type != PetitionReceived.class)
                .map(type -> DynamicTest.dynamicTest(name(type), () -> {
                    Story story = story().received(null, "subject", "name");
                    story.tell(of(type, story.id));
                    settle();
                    assertThat(files.byId(story.id, Visibility.everything())
                                    .orElseThrow()
                                    .version())
                            .isEqualTo(1);
                    assertThat(files.history(story.id, Visibility.everything()).orElseThrow())
                            .extracting(HistoryItem::type)
                            .containsExactly("petition.received", name(type));
                }));
    }

    @Test
    void a_case_to_which_everything_happened_is_still_read() {
        Story story = story().received(Kind.COMPLAINT, "subject", "name");
        List<PetitionEvent> all = types(PetitionEvent.class)
                .filter(type -> type != PetitionReceived.class)
                .map(type -> of(type, story.id))
                .toList();
        all.forEach(story::tell);
        settle();
        assertThat(files.byId(story.id, Visibility.everything()).orElseThrow().version())
                .isEqualTo(all.size());
        List<Recorded> read = streams.whole(story.id.value());
        assertThat(read)
                .as("read from its bytes")
                .isEqualTo(streams.of(story.id.value()).toList());
        assertThat(bodies(story.id)).as("its own id is not written").isZero();
        JdbcClient.create(jdbc).sql("""
                        update ledger.event set body = '{"petition":"' || stream || '",' || substr(body, 2)
                        where stream = :id::uuid and body <> '{}'""").param("id", story.id.value()).update();
        assertThat(bodies(story.id)).as("as it was at first").isPositive();
        assertThat(streams.whole(story.id.value())).isEqualTo(read);
        assertThat(streams.of(story.id.value())).isEqualTo(read);
        for (String name : rebuild.names())
            assertThat(rebuild.run(name, Rebuild.Way.TRIAL, progress -> {}).differences())
                    .as("what %s reads of the record is all it needs", name)
                    .contains(List.of());
    }

    private long bodies(PetitionId of) {
        return JdbcClient.create(jdbc)
                .sql("select count(*) from ledger.event where stream = :id::uuid and body like '{\"petition\":%'")
                .param("id", of.value())
                .query(Long.class)
                .single();
    }

    private static String name(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(StoredAs.class)).value();
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EveryEventTest::types)
                : Stream.of(type);
    }

    /** No two petitions have one task or one letter. */
    private static Object value(RecordComponent part, PetitionId petition) {
        if (part.getName().equals("petition")) return petition;
        if (part.getType() == TaskId.class) return new TaskId(petition.value());
        if (part.getType() == LetterId.class) return new LetterId(petition.value());
        if (part.getType() == ConsultId.class) return new ConsultId(petition.value());
        return Specimen.of(part.getGenericType());
    }

    /** A specimen of the event that happens to this petition. */
    private static PetitionEvent of(Class<?> type, PetitionId petition) {
        RecordComponent[] parts = type.getRecordComponents();
        Object[] values = Stream.of(parts).map(part -> value(part, petition)).toArray();
        Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var made = type.getDeclaredConstructor(types);
            made.setAccessible(true);
            return (PetitionEvent) made.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
