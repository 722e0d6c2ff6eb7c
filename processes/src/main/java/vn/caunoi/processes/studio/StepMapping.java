package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * Which step of another version a case goes to from each step where it can stand. The same id and sort speak for
 * themselves; else what people see of a step is compared, and what stands around it.
 */
public final class StepMapping {

    private static final Set<String> WAITING = Set.of(
            "bpmn:userTask",
            "bpmn:receiveTask",
            "bpmn:intermediateCatchEvent",
            "bpmn:eventBasedGateway",
            "bpmn:subProcess");
    private static final Set<String> JOINING = Set.of("bpmn:parallelGateway", "bpmn:inclusiveGateway");

    /** Why a step is offered. */
    public enum Why {
        /** The same id and the same sort. */
        SAME,
        /** The same name, or nearly. */
        NAME,
        /** The same form. */
        FORM,
        /** It waits for the same event. */
        EVENT,
        /** The same steps before and after it. */
        AROUND,
        /** Nothing is near. */
        NONE
    }

    /** What is wrong with a choice. */
    public enum Wrong {
        NO_SUCH_STEP,
        OTHER_SORT
    }

    /**
     * A step where a case can stand.
     *
     * @param sort steps of one sort can become each other: {@code userTask}, {@code messageCatch}
     */
    public record Place(String id, String name, String sort) {}

    /** @param offered the step of the other version; null where nothing is near */
    public record Row(Place from, @Nullable String offered, Why why) {}

    private final Diagram before;
    private final Diagram after;

    private StepMapping(Diagram before, Diagram after) {
        this.before = before;
        this.after = after;
    }

    /** Between two published versions, which can be read. */
    public static StepMapping between(String before, String after) {
        return new StepMapping(read(before), read(after));
    }

    private static Diagram read(String xml) {
        try {
            return Objects.requireNonNull(Diagram.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (UnreadableModel e) {
            throw new IllegalStateException("a published model cannot be read", e);
        }
    }

    /** Of the old version, in the order of the file. */
    public List<Row> rows() {
        return places(before).map(this::row).toList();
    }

    /** Of the new version, in the order of the file. */
    public List<Place> targets() {
        return places(after).map(step -> place(after, step)).toList();
    }

    /** What is wrong with these choices, by step of the old version; an empty choice is never wrong. */
    public Map<String, Wrong> wrong(Map<String, String> chosen) {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        chosen.forEach((old, other) -> {
            Step from = before.step(old);
            Step to = after.step(other);
            if (from == null || !canStand(before, from)) wrong.put(old, Wrong.NO_SUCH_STEP);
            else if (other.isEmpty()) return;
            else if (to == null || !canStand(after, to)) wrong.put(old, Wrong.NO_SUCH_STEP);
            else if (!sort(before, from).equals(sort(after, to))) wrong.put(old, Wrong.OTHER_SORT);
        });
        return wrong;
    }

    /** Of the choices, those that say something else than the id does. */
    public Map<String, String> differing(Map<String, String> chosen) {
        Map<String, String> differing = new LinkedHashMap<>(chosen);
        differing.entrySet().removeIf(choice -> isPlain(choice.getKey(), choice.getValue()));
        return differing;
    }

    private boolean isPlain(String old, String other) {
        Step same = same(before.step(old));
        return same == null ? other.isEmpty() : other.equals(old);
    }

    private Row row(Step step) {
        Place from = place(before, step);
        Step same = same(step);
        if (same != null) return new Row(from, same.id(), Why.SAME);
        List<Step> near = places(after)
                .filter(other -> sort(after, other).equals(from.sort()))
                .filter(other -> before.step(other.id()) == null)
                .toList();
        for (Why why : List.of(Why.NAME, Why.FORM, Why.EVENT, Why.AROUND)) {
            Optional<Step> found = found(why, step, near);
            if (found.isPresent()) return new Row(from, found.get().id(), why);
        }
        return new Row(from, null, Why.NONE);
    }

    private @Nullable Step same(@Nullable Step step) {
        if (step == null) return null;
        Step other = after.step(step.id());
        boolean isSame =
                other != null && canStand(after, other) && sort(after, other).equals(sort(before, step));
        return isSame ? other : null;
    }

    private Optional<Step> found(Why why, Step step, List<Step> near) {
        return switch (why) {
            case NAME -> byName(step, near);
            case FORM ->
                near.stream()
                        .filter(other -> form(other) != null && Objects.equals(form(other), form(step)))
                        .findFirst();
            case EVENT ->
                near.stream()
                        .filter(other -> before.message(step.tag()) != null
                                && Objects.equals(before.message(step.tag()), after.message(other.tag())))
                        .findFirst();
            case AROUND ->
                near.stream().filter(other -> sharesNeighbours(step, other)).findFirst();
            case SAME, NONE -> Optional.empty();
        };
    }

    private static Optional<Step> byName(Step step, List<Step> near) {
        String name = plain(step.name());
        if (name.isEmpty()) return Optional.empty();
        List<String> names = near.stream().map(other -> plain(other.name())).toList();
        return near.stream()
                .filter(other -> plain(other.name()).equals(name))
                .findFirst()
                .or(() -> Nearest.to(name, names).flatMap(nearest -> near.stream()
                        .filter(other -> plain(other.name()).equals(nearest))
                        .findFirst()));
    }

    private boolean sharesNeighbours(Step step, Step other) {
        return shares(around(before, step, true), around(after, other, true))
                && shares(around(before, step, false), around(after, other, false));
    }

    private static boolean shares(Set<String> one, Set<String> other) {
        return one.stream().anyMatch(other::contains);
    }

    private static Set<String> around(Diagram diagram, Step step, boolean ahead) {
        Set<String> ids = new HashSet<>();
        if (ahead) diagram.from(step).forEach(flow -> ids.add(flow.to()));
        else diagram.into(step).forEach(flow -> ids.add(flow.from()));
        return ids;
    }

    private static @Nullable String form(Step step) {
        return step.is("userTask") ? step.tag().get("camunda:formKey", step.id()) : null;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static Stream<Step> places(Diagram diagram) {
        return diagram.steps().filter(step -> canStand(diagram, step));
    }

    private static boolean canStand(Diagram diagram, Step step) {
        String type = step.tag().name();
        return WAITING.contains(type)
                || JOINING.contains(type) && diagram.into(step).size() > 1;
    }

    private static Place place(Diagram diagram, Step step) {
        return new Place(step.id(), step.name(), sort(diagram, step));
    }

    private static String sort(Diagram diagram, Step step) {
        if (step.isEventSubprocess()) return "eventSubProcess";
        if (!step.is("intermediateCatchEvent")) return step.tag().name().substring("bpmn:".length());
        return diagram.message(step.tag()) == null ? "timerCatch" : "messageCatch";
    }
}
