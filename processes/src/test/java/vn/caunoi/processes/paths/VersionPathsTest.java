package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.processes.driver.EngineRebuild;
import vn.caunoi.processes.studio.Publishing;

/** Which version a new case starts on: from its day on, first in some units, and until it is retired. */
class VersionPathsTest extends Paths {

    private static final String INTAKE = "petition-intake";
    private static final UnitId A = new UnitId("A");

    @Autowired
    private Publishing publishing;

    @Autowired
    private MovableClock clock;

    @Autowired
    private EngineRebuild rebuild;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void the_shipped_model_is_for_all() throws IOException {
        publishing.publish(shipped().getBytes(StandardCharsets.UTF_8), "designer1");
    }

    @Test
    void a_version_is_followed_from_its_day_on() throws IOException {
        int old = version(handIn(Kind.FEEDBACK));
        int next = publish("Từ ngày mai", clock.instant().plus(Duration.ofHours(1)), Set.of());
        PetitionCase before = handIn(Kind.FEEDBACK);
        clock.advance(Duration.ofHours(1));
        PetitionCase after = handIn(Kind.FEEDBACK);
        assertThat(List.of(version(before), version(after))).containsExactly(old, next);
        assertThat(before.guideAt("classify").task("deliver-notice").name()).isEqualTo("Gửi văn bản trả lời");
        assertThat(after.guideAt("classify").task("deliver-notice").name()).isEqualTo("Từ ngày mai");
    }

    @Test
    void a_pilot_is_followed_in_its_units_until_it_is_for_all() throws IOException {
        int old = version(in("B"));
        int next = publish("Thí điểm", null, Set.of(A));
        assertThat(List.of(version(in("A")), version(in("B")))).containsExactly(next, old);
        publishing.widen(INTAKE, next, Set.of(A, new UnitId("C")), "Tốt", "designer1");
        assertThat(List.of(version(in("A")), version(in("B")), version(in("C"))))
                .containsExactly(next, old, next);
        publishing.widen(INTAKE, next, Set.of(), "Xong", "designer1");
        assertThat(List.of(version(in("A")), version(in("B")))).containsExactly(next, next);
    }

    @Test
    void a_pilot_of_a_unit_takes_the_units_below_it_along() throws IOException {
        established("D", null);
        established("D1", "D");
        int old = version(in("B"));
        int next = publish("Cả huyện", null, Set.of(new UnitId("D")));
        assertThat(List.of(version(in("D1")), version(in("D")), version(in("B"))))
                .containsExactly(next, next, old);
    }

    @Test
    void a_retired_version_is_followed_by_no_new_case_and_those_on_it_go_on() throws IOException {
        int old = version(handIn(Kind.FEEDBACK));
        int next = publish("Ngừng sớm", null, Set.of());
        PetitionCase running = handIn(Kind.FEEDBACK);
        publishing.retire(INTAKE, next, "Sai", "designer1");
        assertThat(List.of(version(running), version(handIn(Kind.FEEDBACK)))).containsExactly(next, old);
        assertThat(running.guideAt("classify").task("deliver-notice").name()).isEqualTo("Ngừng sớm");
        assertThatThrownBy(() -> publishing.retire(INTAKE, next, "Lại", "designer1"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_engine_built_again_has_every_case_on_its_version() throws IOException {
        int next = publish("Dựng lại", null, Set.of(A));
        in("A");
        in("B");
        publishing.retire(INTAKE, next, "Sai", "designer1");
        in("A");
        List<String> before = running();
        assertThat(rebuild.run(progress -> {}).different()).isEmpty();
        assertThat(running()).isEqualTo(before);
    }

    private List<String> running() {
        return jdbc.sql("select petition || ' ' || process || '/' || version from engine.running order by 1")
                .query(String.class)
                .list();
    }

    private PetitionCase in(String ward) {
        return program().in(ward).handIn(Kind.FEEDBACK);
    }

    private static int version(PetitionCase petition) {
        return petition.events(ProcessStarted.class).findFirst().orElseThrow().version();
    }

    private int publish(String step, @Nullable Instant from, Set<UnitId> units) throws IOException {
        String model = shipped().replace("name=\"Gửi văn bản trả lời\"", "name=\"" + step + "\"");
        Publishing.Terms terms = new Publishing.Terms("Thử", null, from, units, Map.of());
        return ((Publishing.Published) publishing.publish(model.getBytes(StandardCharsets.UTF_8), terms, "designer1"))
                .version();
    }

    private static String shipped() throws IOException {
        try (InputStream in = VersionPathsTest.class.getResourceAsStream("/models/petition-intake.bpmn")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
