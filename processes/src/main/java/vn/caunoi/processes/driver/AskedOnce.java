package vn.caunoi.processes.driver;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.directory.UnitId;

/** What the driver asks of the published models once a unit of work, however many petitions it moves. */
final class AskedOnce {

    private static final String KEY = "driver.models";

    private static final class Answers {
        private final Map<String, List<PublishedModels.Offer>> offers = new HashMap<>();
        private final Set<String> started = new HashSet<>();
        private Set<String> caught = Set.of();
        private boolean asked;
    }

    private final PublishedModels models;
    private final Superiors superiors;

    AskedOnce(PublishedModels models, Superiors superiors) {
        this.models = models;
        this.superiors = superiors;
    }

    /** The version that a petition follows whose process starts now: what is asked does not depend on which one it is. */
    Optional<Model> toStart(String process, Instant at, String unit) {
        List<PublishedModels.Offer> offers = answers().offers.computeIfAbsent(process, models::offers);
        boolean piloted = offers.stream().anyMatch(offer -> !offer.units().isEmpty());
        List<UnitId> upwards = piloted ? superiors.upwards(new UnitId(unit)) : List.of();
        return offers.stream()
                .filter(offer -> offer.isInEffect(at) && offer.isFor(upwards))
                .findFirst()
                .map(offer -> models.version(process, offer.version()));
    }

    /** Names of the events that any version catches. */
    Set<String> caught() {
        Answers answers = answers();
        if (!answers.asked) {
            answers.caught = models.caught();
            answers.asked = true;
        }
        return answers.caught;
    }

    /** A version starts or is migrated to: what it catches is asked anew, for it may have been published meanwhile. */
    void starts(String process, int version) {
        Answers answers = answers();
        if (answers.started.add(process + "/" + version)) answers.asked = false;
    }

    private static Answers answers() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new Answers());
    }
}
