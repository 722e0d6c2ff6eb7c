package vn.caunoi.core.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CoreMatchers;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.process.ProcessCommand.PublishProcess;
import vn.caunoi.core.process.ProcessCommand.RetireVersion;
import vn.caunoi.core.process.ProcessCommand.WidenVersion;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;
import vn.caunoi.core.process.ProcessEvent.VersionRetired;
import vn.caunoi.core.process.ProcessEvent.VersionWidened;

class ProcessModelTest {

    private static final Instant NOW = Instant.parse("2026-11-18T03:00:00Z");
    private static final Instant EARLIER = NOW.minusSeconds(3600);
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final UnitId A = new UnitId("A");
    private static final UnitId B = new UnitId("B");

    private final FixtureConfiguration<ProcessModel> process = new AggregateTestFixture<>(ProcessModel.class);

    @BeforeEach
    void now() {
        process.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void the_first_model_of_a_process_is_version_1() {
        process.givenNoPriorActivity()
                .when(publish("a"))
                .expectEvents(published(1, "a"))
                .expectResultMessagePayload(1);
    }

    @Test
    void a_changed_model_is_the_next_version() {
        process.given(published(1, "a"))
                .when(publish("b"))
                .expectEvents(published(2, "b"))
                .expectResultMessagePayload(2);
    }

    @Test
    void a_model_equal_to_the_newest_changes_nothing() {
        process.given(published(1, "a"), published(2, "b"))
                .when(publish("b"))
                .expectNoEvents()
                .expectResultMessagePayload(2);
    }

    @Test
    void an_older_model_can_be_published_again() {
        process.given(published(1, "a"), published(2, "b")).when(publish("a")).expectEvents(published(3, "a"));
    }

    @Test
    void an_equal_model_with_other_parts_is_the_next_version() {
        process.given(published(1, "a"))
                .when(publish("a", null, Set.of(), Map.of("routing.dmn", "<x/>")))
                .expectEvents(published(2, "a", null, null, Map.of("routing.dmn", "<x/>")));
    }

    @Test
    void a_version_may_begin_later_and_in_some_units_while_another_is_for_all() {
        process.given(published(1, "a"))
                .when(publish("b", LATER, Set.of(A), Map.of()))
                .expectEvents(published(2, "b", LATER, Set.of(A), null));
    }

    @Test
    void a_time_that_has_passed_is_at_once() {
        process.given(published(1, "a"))
                .when(publish("b", EARLIER, Set.of(), Map.of()))
                .expectEvents(published(2, "b"));
    }

    @Test
    void what_was_to_begin_later_or_in_some_units_can_be_published_for_all_at_once() {
        process.given(published(1, "a"), published(2, "b", LATER, null, null))
                .when(publish("b"))
                .expectEvents(published(3, "b"));
        process.given(published(1, "a"), published(2, "b", null, Set.of(A), null))
                .when(publish("b"))
                .expectEvents(published(3, "b"));
    }

    @Test
    void the_first_version_is_for_all_at_once() {
        refused(process.givenNoPriorActivity().when(publish("a", LATER, Set.of(), Map.of())), Reason.NO_OTHER_VERSION);
        refused(process.givenNoPriorActivity().when(publish("a", null, Set.of(A), Map.of())), Reason.NO_OTHER_VERSION);
    }

    @Test
    void a_pilot_is_widened_unit_by_unit_and_then_for_all() {
        process.given(published(1, "a"), published(2, "b", null, Set.of(A), null))
                .when(new WidenVersion("complaint", 2, Set.of(A, B), "Ổn"))
                .expectEvents(new VersionWidened("complaint", 2, Set.of(A, B), "Ổn"));
        process.given(
                        published(1, "a"),
                        published(2, "b", null, Set.of(A), null),
                        new VersionWidened("complaint", 2, Set.of(A, B), "Ổn"))
                .when(new WidenVersion("complaint", 2, Set.of(), "Xong"))
                .expectEvents(new VersionWidened("complaint", 2, Set.of(), "Xong"));
    }

    @Test
    void a_pilot_is_not_narrowed_and_what_is_for_all_is_not_widened() {
        refused(
                process.given(published(1, "a"), published(2, "b", null, Set.of(A), null))
                        .when(new WidenVersion("complaint", 2, Set.of(B), "Đổi")),
                Reason.NOT_WIDER);
        refused(
                process.given(published(1, "a")).when(new WidenVersion("complaint", 1, Set.of(), "Đổi")),
                Reason.NOT_WIDER);
        refused(
                process.given(published(1, "a")).when(new WidenVersion("complaint", 7, Set.of(), "Đổi")),
                Reason.NO_SUCH_VERSION);
    }

    @Test
    void a_version_is_retired_once_and_only_while_another_is_for_all() {
        RetireVersion retire = new RetireVersion("complaint", 2, "Sai");
        process.given(published(1, "a"), published(2, "b"))
                .when(retire)
                .expectEvents(new VersionRetired("complaint", 2, "Sai"));
        refused(
                process.given(published(1, "a"), published(2, "b"), new VersionRetired("complaint", 2, "Sai"))
                        .when(retire),
                Reason.NO_SUCH_VERSION);
        refused(
                process.given(published(1, "a"), published(2, "b", LATER, null, null))
                        .when(new RetireVersion("complaint", 1, "Cũ")),
                Reason.NO_OTHER_VERSION);
        refused(
                process.given(published(1, "a"), published(2, "b", null, Set.of(A), null))
                        .when(new RetireVersion("complaint", 1, "Cũ")),
                Reason.NO_OTHER_VERSION);
    }

    @Test
    void a_retired_model_can_be_published_again() {
        process.given(published(1, "a"), published(2, "b"), new VersionRetired("complaint", 2, "Sai"))
                .when(publish("b"))
                .expectEvents(published(3, "b"));
    }

    private static void refused(ResultValidator<ProcessModel> outcome, Reason reason) {
        Matcher<Refusal> because = new FeatureMatcher<>(CoreMatchers.equalTo(reason), "a refusal because", "reason") {
            @Override
            protected Reason featureValueOf(Refusal refusal) {
                return refusal.reason();
            }
        };
        outcome.expectNoEvents().expectException(because);
    }

    private static PublishProcess publish(String hash) {
        return publish(hash, null, Set.of(), Map.of());
    }

    private static PublishProcess publish(
            String hash, @Nullable Instant from, Set<UnitId> pilot, Map<String, String> parts) {
        return new PublishProcess(
                "complaint",
                "Khiếu nại",
                hash,
                "<xml/>",
                Set.of("petition.withdrawn"),
                "Luật mới",
                "designer2",
                from,
                pilot,
                parts);
    }

    private static ProcessPublished published(int version, String hash) {
        return published(version, hash, null, null, null);
    }

    private static ProcessPublished published(
            int version,
            String hash,
            @Nullable Instant from,
            @Nullable Set<UnitId> pilot,
            @Nullable Map<String, String> parts) {
        return new ProcessPublished(
                "complaint",
                version,
                "Khiếu nại",
                hash,
                "<xml/>",
                Set.of("petition.withdrawn"),
                "Luật mới",
                "designer2",
                from,
                pilot,
                parts);
    }
}
