package vn.caunoi.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.testing.ClearSealing;

class StoredNamesTest {

    // all abstract, so that the scan of the class path does not meet them

    @StoredAs("twice")
    interface One {}

    @StoredAs("twice")
    interface Other {}

    sealed interface Family {}

    @StoredAs("family.named")
    abstract static non-sealed class Named implements Family {}

    abstract static non-sealed class Forgotten implements Family {}

    @Test
    void two_classes_cannot_share_a_name() {
        assertThatThrownBy(() -> StoredNames.of(One.class, Other.class)).hasMessageContaining("both stored as twice");
    }

    @Test
    void a_fact_without_a_name_among_named_ones_is_refused() {
        assertThatThrownBy(() -> StoredNames.of(Named.class)).hasMessageContaining("Forgotten has no @StoredAs");
    }

    @Test
    void a_stored_name_that_the_program_does_not_know_stops_the_reading() {
        LedgerJson json = LedgerJson.of(StoredNames.of(One.class), new ClearSealing());
        assertThatThrownBy(() ->
                        json.deserialize(new SimpleSerializedObject<>("{}", String.class, "from.the.future", "1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("from.the.future");
    }

    @Test
    void a_component_that_is_not_known_is_ignored_and_one_that_is_missing_is_empty() {
        LedgerJson json = LedgerJson.of(StoredNames.of(Box.Opened.class, Box.ThingPutIn.class), new ClearSealing());
        Box.Opened read =
                json.deserialize(new SimpleSerializedObject<>("{\"later\":1}", String.class, "toy.opened", "1"));
        assertThat(read).isEqualTo(new Box.Opened(null));
    }
}
