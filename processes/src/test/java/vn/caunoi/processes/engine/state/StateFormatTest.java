package vn.caunoi.processes.engine.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StateFormatTest {

    private static final String OWN = "5b6b4e8e-1111-11f0-9d5c-0242ac110002";
    private static final String CHILD = "5b6b4e8e-2222-11f0-9d5c-0242ac110002";
    private static final String FIRST =
            "010e147065746974696f6e2d3119636f6d706c61696e743a333a5b6b4e8e333311f09d5c0242ac11000212636f6d706c"
                    + "61696e74015b6b4e8e222211f09d5c0242ac1100020c7665726966790f7665726966793a5b6b4e8e222211f09d5c0242"
                    + "ac110002015b6b4e8e333311f09d5c0242ac110002247065746974696f6e2e77697468647261776e1e77697468647261"
                    + "776e2d7374617274015b6b4e8e444411f09d5c0242ac1100022074696d65722d7472616e736974696f6e086c61746501"
                    + "5b6b4e8e555511f09d5c0242ac110002015b6b4e8e666611f09d5c0242ac110002020100020304000104030405010003"
                    + "040607030005010809010a00010b0580afc0dfcb330c0d0e0f030403010001";
    private static final String DEFINITION = "complaint:3:5b6b4e8e-3333-11f0-9d5c-0242ac110002";

    @Test
    void what_was_written_is_read_as_it_was() {
        InstanceState state = state();
        assertThat(StateFormat.read(OWN, StateFormat.written(state))).isEqualTo(state);
    }

    @Test
    void words_that_are_no_ids_and_those_that_look_like_it_stay_as_they_are() {
        for (String word : new String[] {
            "",
            "Đơn tố cáo",
            OWN.toUpperCase(java.util.Locale.ROOT),
            OWN + "x",
            "x" + OWN,
            "-".repeat(36),
            "a".repeat(300)
        }) {
            InstanceState state = new InstanceState(OWN);
            state.put(new Subscription("s", word, OWN, word, word));
            assertThat(StateFormat.read(OWN, StateFormat.written(state))).isEqualTo(state);
        }
    }

    @Test
    void the_largest_and_the_negative_numbers_come_back() {
        InstanceState state = new InstanceState(OWN);
        state.put(
                new Token(OWN, null, null, DEFINITION, "p", null, null, false, true, false, true, 511, Long.MAX_VALUE));
        state.put(new TimerJob(
                "t", OWN, Instant.ofEpochMilli(-1), "h", "c", "d", "e", DEFINITION, "p", 0, false, Long.MIN_VALUE, -1));
        assertThat(StateFormat.read(OWN, StateFormat.written(state))).isEqualTo(state);
    }

    /** Rows of a released version have to be readable for ever: this is one. */
    @Test
    void a_state_written_by_the_first_version_is_still_read() {
        assertThat(StateFormat.read(OWN, HexFormat.of().parseHex(FIRST))).isEqualTo(state());
    }

    @Test
    void a_state_of_a_newer_program_is_refused_by_its_number() {
        byte[] bytes = StateFormat.written(state());
        bytes[0] = 2;
        assertThatThrownBy(() -> StateFormat.read(OWN, bytes))
                .isInstanceOf(UnreadableState.class)
                .hasMessage("The state of process instance " + OWN
                        + " cannot be read: its format is 2, this program reads up to 1");
        assertThatThrownBy(() -> StateFormat.read(OWN, new byte[0])).isInstanceOf(UnreadableState.class);
    }

    @Test
    void a_state_that_was_cut_or_has_more_at_its_end_is_refused() {
        byte[] bytes = StateFormat.written(state());
        for (int length = 1; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> StateFormat.read(OWN, cut))
                    .isInstanceOf(UnreadableState.class)
                    .hasMessageContaining("damaged");
        }
        assertThatThrownBy(() -> StateFormat.read(OWN, Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(UnreadableState.class);
    }

    @Test
    void no_damage_of_one_byte_leads_to_anything_but_a_state_or_a_refusal() {
        byte[] bytes = StateFormat.written(state());
        for (int at = 0; at < bytes.length; at++) {
            for (int damage : new int[] {1, 0x40, 0x80, 0xff}) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) damage;
                try {
                    assertThat(StateFormat.read(OWN, damaged)).isNotNull();
                } catch (UnreadableState refused) {
                    assertThat(refused).hasMessageContaining(OWN);
                }
            }
        }
    }

    @Test
    void a_state_takes_a_few_hundred_bytes() {
        assertThat(StateFormat.written(state())).hasSizeLessThan(320);
    }

    static InstanceState state() {
        InstanceState state = new InstanceState(OWN);
        state.put(new Token(
                OWN, null, "petition-1", DEFINITION, "complaint", null, OWN, false, false, true, false, 3, 4));
        state.put(new Token(
                CHILD,
                OWN,
                null,
                DEFINITION,
                "complaint",
                "verify",
                "verify:" + CHILD,
                true,
                true,
                false,
                false,
                0,
                5));
        state.put(new Subscription(DEFINITION.substring(12), "petition.withdrawn", OWN, "withdrawn-start", null));
        state.put(new TimerJob(
                "5b6b4e8e-4444-11f0-9d5c-0242ac110002",
                CHILD,
                Instant.parse("2026-03-05T03:00:00Z"),
                "timer-transition",
                "late",
                "5b6b4e8e-5555-11f0-9d5c-0242ac110002",
                "5b6b4e8e-6666-11f0-9d5c-0242ac110002",
                DEFINITION,
                "complaint",
                3,
                true,
                0,
                1));
        return state;
    }
}
