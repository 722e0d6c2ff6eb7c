package vn.caunoi.core.petition;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.Occasion;

/**
 * What must not be recorded twice.
 *
 * @param escalations those by rule; forgotten when the deadline they are about moves
 * @param notices ids of those requested
 */
record Ties(Set<Tie> links, Set<Escalation> escalations, boolean rated, Set<String> notices) {

    static final Ties NONE = new Ties(Set.of(), Set.of(), false, Set.of());

    record Tie(PetitionId other, Relation relation) {}

    record Escalation(
            int level, UnitId unit, String cause, @Nullable String stage) {

        boolean isNotTaken() {
            return cause.equals(Occasion.NOT_TAKEN.cause());
        }
    }

    Ties linked(CaseEvent.PetitionLinked e) {
        return new Ties(with(links, new Tie(e.other(), e.relation())), escalations, rated, notices);
    }

    Ties escalated(CaseEvent.PetitionEscalated e) {
        return new Ties(
                links, with(escalations, new Escalation(e.level(), e.unit(), e.cause(), e.stage())), rated, notices);
    }

    Ties moved(String stage) {
        return new Ties(links, all(escalations, escalation -> !stage.equals(escalation.stage())), rated, notices);
    }

    /** Somebody took the case: should nobody have it once more, that is told anew. */
    Ties taken() {
        boolean told = escalations.stream().anyMatch(Escalation::isNotTaken);
        return told ? new Ties(links, all(escalations, one -> !one.isNotTaken()), rated, notices) : this;
    }

    /** The highest rung reached for a deadline; 0 for none. */
    int levelOf(String stage) {
        return highest(one -> stage.equals(one.stage()));
    }

    /** The highest rung reached while nobody took the case; 0 for none. */
    int levelNotTaken() {
        return highest(Escalation::isNotTaken);
    }

    /** The units told of a deadline. */
    Set<UnitId> toldOf(String stage) {
        return escalations.stream()
                .filter(one -> stage.equals(one.stage()))
                .map(Escalation::unit)
                .collect(Collectors.toSet());
    }

    private int highest(Predicate<Escalation> of) {
        return escalations.stream().filter(of).mapToInt(Escalation::level).max().orElse(0);
    }

    Ties rated(boolean now) {
        return new Ties(links, escalations, now, notices);
    }

    Ties noticed(FlowEvent.NoticeRequested e) {
        return e.notice() == null ? this : new Ties(links, escalations, rated, with(notices, e.notice()));
    }

    private static <T> Set<T> with(Set<T> set, T one) {
        var more = new LinkedHashSet<>(set);
        more.add(one);
        return more;
    }

    private static <T> Set<T> all(Set<T> set, Predicate<T> kept) {
        var fewer = new LinkedHashSet<>(set);
        fewer.removeIf(kept.negate());
        return fewer;
    }
}
