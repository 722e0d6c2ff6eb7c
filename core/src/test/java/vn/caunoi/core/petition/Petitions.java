package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.axonframework.test.matchers.Matchers;

/** A petition with a past, on the fixed day of {@link Cases}. */
final class Petitions {

    private Petitions() {}

    static TestExecutor<Petition> given(PetitionEvent... past) {
        AggregateTestFixture<Petition> fixture = new AggregateTestFixture<>(Petition.class);
        fixture.registerInjectableResource(Cases.CLOCK);
        fixture.registerInjectableResource(Cases.CALENDAR);
        TestExecutor<Petition> executor = fixture.givenCurrentTime(Cases.NOW);
        return past.length == 0 ? executor : executor.andGiven((Object[]) past);
    }

    static PetitionEvent[] then(PetitionEvent[] past, PetitionEvent... more) {
        return java.util.stream.Stream.concat(Arrays.stream(past), Arrays.stream(more))
                .toArray(PetitionEvent[]::new);
    }

    /** The types of all events, in order. */
    @SafeVarargs
    static void expect(ResultValidator<Petition> result, Class<? extends PetitionEvent>... types) {
        result.expectSuccessfulHandlerExecution();
        result.expectEventsMatching(Matchers.payloadsMatching(Matchers.predicate(events -> {
            List<String> names = ((List<?>) events)
                    .stream().map(e -> e.getClass().getSimpleName()).toList();
            assertThat(names)
                    .containsExactlyElementsOf(
                            Arrays.stream(types).map(Class::getSimpleName).toList());
            return true;
        })));
    }

    static void expectRefusal(ResultValidator<Petition> result, Reason reason) {
        result.expectNoEvents().expectException(Matchers.predicate(thrown -> {
            assertThat(thrown).isInstanceOf(Refusal.class);
            assertThat(((Refusal) thrown).reason()).isEqualTo(reason);
            return true;
        }));
    }
}
