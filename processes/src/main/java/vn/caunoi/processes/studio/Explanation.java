package vn.caunoi.processes.studio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.processes.studio.Diagram.Step;
import vn.caunoi.processes.studio.Told.What;

/**
 * What changed from one diagram to another, for an approver who reads no diagrams: who does what, when, with which form,
 * and what citizens read. In the order in which the new diagram has it; what is gone stands last.
 */
public final class Explanation {

    private final FormCatalogue shipped;

    Explanation(FormCatalogue shipped) {
        this.shipped = shipped;
    }

    /** Empty where one of both cannot be read. */
    public List<Told> between(String before, String now) {
        Diagram was = diagram(before);
        Diagram is = diagram(now);
        if (was == null || is == null) return List.of();
        List<Told> told = new ArrayList<>();
        if (!was.name().equals(is.name())) {
            told.add(new Told(What.PROCESS_NAMED, is.key(), is.name(), List.of(was.name(), is.name())));
        }
        told.addAll(waived(was, is));
        ModelForms forms = ModelForms.of(is, new Problems());
        Additions additions = new Additions(is, forms, shipped);
        is.steps().forEach(step -> {
            Step old = was.step(step.id());
            if (old == null) {
                additions.of(step).ifPresent(told::add);
                told.addAll(StepChanges.ofNew(step));
            } else told.addAll(StepChanges.between(was, old, is, step));
        });
        told.addAll(FormChanges.between(ModelForms.of(was, new Problems()), forms));
        told.addAll(WayChanges.between(was, is));
        was.steps()
                .filter(step -> is.step(step.id()) == null && !step.name().isBlank())
                .forEach(step -> told.add(new Told(What.STEP_REMOVED, step.id(), step.name(), List.of())));
        if (told.isEmpty()) drawn(before, now).ifPresent(told::add);
        return told;
    }

    private static List<Told> waived(Diagram was, Diagram is) {
        List<Waivers.Waiver> before = Waivers.of(was);
        List<Waivers.Waiver> now = Waivers.of(is);
        List<Told> told = new ArrayList<>();
        now.stream()
                .filter(one -> !before.contains(one))
                .forEach(
                        one -> told.add(new Told(What.WAIVED, is.key(), is.name(), List.of(one.step(), one.reason()))));
        before.stream()
                .map(Waivers.Waiver::step)
                .filter(step -> now.stream().noneMatch(one -> one.step().equals(step)))
                .forEach(step -> told.add(new Told(What.WAIVED_NO_MORE, is.key(), is.name(), List.of(step))));
        return told;
    }

    private static Optional<Told> drawn(String before, String now) {
        long moved = ModelDiff.between(before, now).size();
        return moved == 0
                ? Optional.empty()
                : Optional.of(new Told(What.DRAWN, "", "", List.of(String.valueOf(moved))));
    }

    private static @Nullable Diagram diagram(String xml) {
        try {
            return Diagram.of(XmlReading.read(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableModel none) {
            return null;
        }
    }

    /** The event or the time that a step waits for; empty for none. */
    static String awaited(Diagram diagram, Step step) {
        String message = diagram.message(step.tag());
        if (message != null) return message;
        return step.tag()
                .tree()
                .filter(tag -> tag.is("bpmn:timeDuration") || tag.is("bpmn:timeDate"))
                .map(Tag::text)
                .collect(Collectors.joining());
    }

    /** The names of the first steps inside a subprocess. */
    static String inside(Diagram diagram, Step subprocess) {
        Around around = new Around(diagram);
        return diagram.starts(subprocess.id()).stream()
                .map(around::after)
                .flatMap(names -> Stream.of(names.split("\\|")))
                .distinct()
                .collect(Collectors.joining("|"));
    }
}
