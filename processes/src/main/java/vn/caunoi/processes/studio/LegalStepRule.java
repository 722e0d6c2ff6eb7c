package vn.caunoi.processes.studio;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.processes.studio.Diagram.Step;

/** Every step the law demands of a process stands on each of its ways, or is waived with a reason. */
final class LegalStepRule implements Rule {

    private static final int LONGEST_REASON = 1_000;

    private final FormCatalogue forms;

    LegalStepRule(FormCatalogue forms) {
        this.forms = forms;
    }

    @Override
    public void check(Diagram diagram, Problems problems) {
        List<LegalStep> owed = LegalSteps.of(diagram.key());
        Set<String> waived = waived(diagram, owed, problems);
        if (problems.hasErrors()) return;
        Doing doing = new Doing(diagram, forms);
        LegalWays ways = new LegalWays(diagram, doing);
        try {
            for (LegalStep step : owed) if (!waived.contains(step.id())) check(diagram, doing, ways, step, problems);
        } catch (LegalWays.TooMany tooMany) {
            problems.error(diagram.key(), "legal-step", Sentence.TOO_LARGE_FOR_LAW.of());
        }
    }

    private static Set<String> waived(Diagram diagram, List<LegalStep> owed, Problems problems) {
        Set<String> waived = new HashSet<>();
        boolean elsewhere =
                diagram.root().tree().filter(tag -> tag.is("caunoi:waived")).count()
                        != Waivers.tags(diagram).count();
        if (elsewhere) problems.error(diagram.key(), "waiver", Sentence.WAIVER_PLACE.of());
        for (Waivers.Waiver one : Waivers.of(diagram)) {
            if (owed.stream().noneMatch(step -> step.id().equals(one.step()))) {
                problems.error(diagram.key(), "waiver", Sentence.WAIVER_UNKNOWN.of(one.step()));
            } else if (one.reason().isEmpty() || one.reason().length() > LONGEST_REASON) {
                problems.error(diagram.key(), "waiver", Sentence.WAIVER_REASON.of(one.step(), LONGEST_REASON));
            } else if (!waived.add(one.step())) {
                problems.error(diagram.key(), "waiver", Sentence.WAIVER_TWICE.of(one.step()));
            }
        }
        return waived;
    }

    private static void check(Diagram diagram, Doing doing, LegalWays ways, LegalStep step, Problems problems) {
        switch (step.after().getFirst()) {
            case "every task" ->
                diagram.steps("userTask")
                        .filter(task -> step.by().stream().noneMatch(doing.words(task)::contains))
                        .forEach(task -> problems.error(
                                task.id(),
                                "legal-step",
                                Sentence.LEGAL_STEP.of(step.id(), step.says(), step.law()),
                                new Problem.Fix(task.id(), "camunda:candidateGroups", Role.OFFICER.group())));
            case "anywhere" -> {
                boolean there =
                        diagram.steps().anyMatch(one -> step.by().stream().anyMatch(doing.words(one)::contains));
                if (!there)
                    problems.error(
                            diagram.key(),
                            "legal-step",
                            Sentence.LEGAL_STEP_NOWHERE.of(step.id(), step.says(), step.law()));
            }
            default -> onEveryWay(diagram, ways, step, problems);
        }
    }

    private static void onEveryWay(Diagram diagram, LegalWays ways, LegalStep step, Problems problems) {
        Optional<Step> reached = ways.without(step);
        reached.ifPresent(at -> problems.error(
                at.id(),
                "legal-step",
                Sentence.LEGAL_STEP_WAY.of(
                        step.id(), step.says(), step.law(), at.name().isBlank() ? at.id() : at.name())));
    }
}
