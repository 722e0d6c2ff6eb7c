package vn.caunoi.processes.studio;

import java.util.List;
import vn.caunoi.core.form.FormCatalogue;

/**
 * Says what is wrong with a BPMN file before it may be published: unsafe or unknown parts, steps that lead nowhere,
 * forms, groups, actions, events and facts that do not exist. Takes files of strangers; never throws for their content.
 */
public class ModelCheck {

    private final List<Rule> rules;

    public ModelCheck(FormCatalogue forms) {
        this.rules = List.of(
                new FlowRule(),
                new TaskRule(forms),
                new FormRule(new FormCheck(forms)),
                new CitizenRule(),
                new ActionRule(),
                new EventRule(),
                new ConditionRule(),
                new DrawingRule(),
                new SoundnessRule());
    }

    /** Everything found, errors and warnings in the order of the rules; empty for a flawless model. */
    public List<Problem> check(byte[] xml) {
        Problems problems = new Problems();
        try {
            check(XmlReading.read(xml), xml, problems);
        } catch (UnreadableModel e) {
            problems.error(null, "unreadable", String.valueOf(e.getMessage()));
        }
        return problems.all();
    }

    private void check(Tag root, byte[] xml, Problems problems) {
        WordRule.check(root, problems);
        if (problems.hasErrors()) return;
        Skeleton.check(root, problems);
        Diagram diagram = Diagram.of(root);
        if (diagram == null || problems.hasErrors()) return;
        Schema.check(xml, problems);
        rules.forEach(rule -> rule.check(diagram, problems));
    }
}
