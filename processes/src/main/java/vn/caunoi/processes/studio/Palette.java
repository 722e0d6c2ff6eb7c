package vn.caunoi.processes.studio;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Facts;
import vn.caunoi.processes.actions.ActionCatalogue;

/**
 * All words that a designer may put into a diagram: who works, with which form, which action, what is waited for, and the
 * facts that conditions ask.
 *
 * @param facts name and sort of each: {@code text}, {@code truth}, {@code number} or {@code day}
 * @param usual inputs that an action of a topic mostly begins with
 */
public record Palette(
        List<String> groups,
        List<FormWords> forms,
        List<Action> actions,
        List<String> events,
        Map<String, String> facts,
        Map<String, Map<String, String>> usual) {

    /** A shipped form, what can come out of it, and who mostly works with it. */
    public record FormWords(String id, List<String> outcomes, String group) {}

    /** What a service task may do, by its topic. */
    public record Action(String topic, List<Input> inputs) {}

    /**
     * @param options the words it may be; empty when any text or number will do
     * @param number whether it is a whole number from 1
     */
    public record Input(String name, boolean required, List<String> options, boolean number) {}

    static Palette of(FormCatalogue forms) {
        ShippedUse use = ShippedUse.read();
        Map<String, Map<String, String>> usual = new TreeMap<>();
        ActionCatalogue.actions().forEach(action -> usual.put(action.topic(), use.inputs(action.topic())));
        Map<String, String> facts = new TreeMap<>();
        Facts.none().asMap().forEach((name, value) -> facts.put(name, sort(value)));
        return new Palette(
                List.of(Role.CLERK.group(), Role.OFFICER.group(), Role.HEAD.group()),
                forms.all().stream()
                        .sorted(Comparator.comparing(Form::id))
                        .map(form -> new FormWords(
                                form.id(),
                                form.outcomes().stream().map(Outcome::id).toList(),
                                use.group(form.id())))
                        .toList(),
                ActionCatalogue.actions().stream().map(Palette::action).toList(),
                List.copyOf(EventRule.events()),
                facts,
                usual);
    }

    private static Action action(ActionCatalogue.Action known) {
        return new Action(
                known.topic(),
                known.inputs().stream()
                        .map(one -> new Input(one.name(), one.required(), one.options(), one.number()))
                        .toList());
    }

    private static String sort(Object value) {
        return switch (value) {
            case Boolean truth -> "truth";
            case Long number -> "number";
            case String text -> "text";
            default -> "day";
        };
    }
}
