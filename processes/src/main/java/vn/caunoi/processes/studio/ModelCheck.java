package vn.caunoi.processes.studio;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.form.FormCatalogue;

/**
 * Says what is wrong with a BPMN file before it may be published: unsafe or unknown parts, steps that lead nowhere,
 * forms, groups, actions, events and facts that do not exist. Takes files of strangers; never throws for their content.
 */
public class ModelCheck {

    private final List<Rule> rules;
    private final LimitRule limits;

    /** Without a deadline table: whether it answers is not asked. */
    public ModelCheck(FormCatalogue forms) {
        this(forms, new LimitRule(() -> null, () -> LocalDate.MAX));
    }

    ModelCheck(FormCatalogue forms, LimitRule limits) {
        this.rules = List.of(
                new FlowRule(),
                new TaskRule(forms),
                new FormRule(new FormCheck(forms)),
                new CitizenRule(),
                new ActionRule(),
                new EventRule(),
                new ConditionRule(),
                new NameRule(forms),
                new NoticeRule(),
                new RestRule(),
                new DrawingRule(),
                new SoundnessRule(),
                new LegalStepRule(forms));
        this.limits = limits;
    }

    /** Everything found, errors and warnings in the order of the rules; empty for a flawless model. */
    public List<Problem> check(byte[] xml) {
        return check(xml, null);
    }

    /** @param deadlines a deadline table whose further rows are to come into force with the model; null where none comes */
    public List<Problem> check(byte[] xml, @Nullable String deadlines) {
        Problems problems = new Problems();
        try {
            check(XmlReading.read(xml), xml, limits.with(deadlines), problems);
        } catch (UnreadableModel e) {
            problems.error(null, "unreadable", e.said());
        }
        return problems.all();
    }

    private void check(Tag root, byte[] xml, LimitRule limits, Problems problems) {
        WordRule.check(root, problems);
        if (problems.hasErrors()) return;
        Skeleton.check(root, problems);
        Diagram diagram = Diagram.of(root);
        if (diagram == null || problems.hasErrors()) return;
        Schema.check(xml, problems);
        rules.forEach(rule -> rule.check(diagram, problems));
        limits.check(diagram, problems);
    }
}
