package vn.caunoi.processes.studio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.caunoi.processes.studio.Diagram.Step;
import vn.caunoi.processes.studio.Told.What;

/** What changed in a step that both diagrams have. */
final class StepChanges {

    private static final String NOTHING = "–";

    private final Step step;
    private final String name;
    private final List<Told> told = new ArrayList<>();

    private StepChanges(Step step, String name) {
        this.step = step;
        this.name = name;
    }

    static List<Told> between(Diagram before, Step was, Diagram now, Step is) {
        StepChanges changes = new StepChanges(is, new Around(now).nameOrBefore(is));
        changes.compare(What.STEP_NAMED, was.name(), is.name());
        if (is.is("userTask")) {
            changes.compare(What.WORKER, was, is, "camunda:candidateGroups");
            changes.compare(What.FORM, was, is, "camunda:formKey");
            changes.assigned(was.tag().get("camunda:assignee", ""), is.tag().get("camunda:assignee", ""));
        }
        changes.compare(What.ACTION, was, is, "camunda:topic");
        changes.compare(What.NAME_EN, was, is, NameRule.ENGLISH);
        changes.compare(What.GROUND, was, is, RestRule.GROUND);
        changes.compare(What.CITIZEN, was, is, CitizenRule.VIETNAMESE);
        changes.compare(What.CITIZEN_EN, was, is, CitizenRule.ENGLISH);
        changes.inputs(Diagram.inputs(was), Diagram.inputs(is));
        changes.awaited(before, was, now, is);
        if (!Diagram.documentation(was.tag()).equals(Diagram.documentation(is.tag()))) changes.tell(What.DOCUMENTED);
        return changes.told;
    }

    /** What citizens read at a step that was not there before, and on what ground a case rests there. */
    static List<Told> ofNew(Step step) {
        StepChanges changes = new StepChanges(step, step.name());
        changes.compare(What.GROUND, "", step.tag().get(RestRule.GROUND, ""));
        changes.compare(What.CITIZEN, "", step.tag().get(CitizenRule.VIETNAMESE, ""));
        changes.compare(What.CITIZEN_EN, "", step.tag().get(CitizenRule.ENGLISH, ""));
        return changes.told;
    }

    private void awaited(Diagram before, Step was, Diagram now, Step is) {
        if (is.is("subProcess") || is.is("exclusiveGateway")) return;
        String old = Explanation.awaited(before, was);
        String next = Explanation.awaited(now, is);
        boolean event = now.message(is.tag()) != null || before.message(was.tag()) != null;
        compare(event ? What.EVENT : What.TIME, old, next);
    }

    private void assigned(String was, String is) {
        if (!was.equals(is)) tell(What.ASSIGNED, String.valueOf(!is.isEmpty()));
    }

    private void inputs(Map<String, String> was, Map<String, String> is) {
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String input : names) {
            String old = was.getOrDefault(input, NOTHING);
            String next = is.getOrDefault(input, NOTHING);
            if (!old.equals(next)) tell(What.INPUT, input, old, next);
        }
    }

    private void compare(What what, Step was, Step is, String attribute) {
        compare(what, was.tag().get(attribute, ""), is.tag().get(attribute, ""));
    }

    private void compare(What what, String was, String is) {
        if (!was.equals(is)) tell(what, was.isEmpty() ? NOTHING : was, is.isEmpty() ? NOTHING : is);
    }

    private void tell(What what, String... values) {
        told.add(new Told(what, step.id(), name, List.of(values)));
    }
}
