package vn.caunoi.processes.studio;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.processes.studio.Diagram.Step;

/** A step that waits, waits for one event of a petition, by its logical name, or for a constant time. */
final class EventRule implements Rule {

    private static final Set<String> EVENTS = names(PetitionEvent.class);
    private static final Set<String> WAITING =
            Set.of("bpmn:intermediateCatchEvent", "bpmn:boundaryEvent", "bpmn:receiveTask");

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.steps().forEach(step -> {
            List<Tag> definitions = step.tag().children().stream()
                    .filter(t -> t.name().endsWith("EventDefinition"))
                    .toList();
            if (definitions.size() > 1) problems.error(step.id(), "event", Sentence.EVENT_ONE.of());
            boolean ends = step.is("endEvent");
            definitions.forEach(d -> definition(diagram, step, ends, d, problems));
            boolean waits = WAITING.contains(step.tag().name());
            if (waits && definitions.isEmpty() && step.tag().get("messageRef") == null) {
                problems.error(step.id(), "event", Sentence.EVENT_NONE.of());
            }
            if (step.is("receiveTask")) message(step, diagram.message(step.tag()), problems);
        });
    }

    private static void definition(Diagram diagram, Step step, boolean ends, Tag definition, Problems problems) {
        if (ends != definition.is("bpmn:terminateEventDefinition")) {
            problems.error(step.id(), "event", Sentence.EVENT_NOT_HERE.of(definition.name()));
        } else if (definition.is("bpmn:messageEventDefinition")) {
            message(step, diagram.message(step.tag()), problems);
        } else if (definition.is("bpmn:timerEventDefinition")) {
            timer(step, definition, problems);
        }
    }

    private static void message(Step step, @Nullable String name, Problems problems) {
        if (name == null || !EVENTS.contains(name)) {
            problems.error(step.id(), "unknown-event", Sentence.UNKNOWN_EVENT.of(name == null ? "" : name));
        }
    }

    private static void timer(Step step, Tag definition, Problems problems) {
        List<Tag> times = definition.children().stream()
                .filter(t -> t.name().startsWith("bpmn:time"))
                .toList();
        boolean good = times.size() == 1
                && (times.getFirst().is("bpmn:timeDate")
                        ? isMoment(times.getFirst().text())
                        : isLength(times.getFirst().text()));
        if (!good) problems.error(step.id(), "timer", Sentence.TIMER.of());
    }

    private static boolean isMoment(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isLength(String text) {
        try {
            return text.contains("T")
                    ? !Duration.parse(text).isNegative()
                    : !Period.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }

    static Set<String> events() {
        return EVENTS;
    }

    private static Set<String> names(Class<?> type) {
        Set<String> names = new TreeSet<>();
        StoredAs stored = type.getAnnotation(StoredAs.class);
        if (stored != null) names.add(stored.value());
        if (type.isSealed())
            Stream.of(type.getPermittedSubclasses()).map(EventRule::names).forEach(names::addAll);
        return names;
    }
}
