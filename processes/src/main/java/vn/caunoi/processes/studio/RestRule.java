package vn.caunoi.processes.studio;

import vn.caunoi.processes.studio.Diagram.Flow;
import vn.caunoi.processes.studio.Diagram.Step;

/**
 * A case of a process the law knows does not rest for a time without a ground of the law: its limits run on meanwhile, or must
 * have been stopped by a decision. A time that runs beside a step, or against an event, lets nothing rest.
 */
final class RestRule implements Rule {

    static final String GROUND = "caunoi:ground";

    @Override
    public void check(Diagram diagram, Problems problems) {
        diagram.steps().forEach(step -> {
            String ground = step.tag().get(GROUND);
            boolean rests = isRest(diagram, step);
            if (ground != null && !rests) {
                problems.error(step.id(), "rest", Sentence.REST_PLACE.of());
            } else if (ground != null && !Grounds.all().contains(ground)) {
                problems.error(step.id(), "rest", Sentence.REST_GROUND.of(ground), meant(step, ground));
            } else if (ground == null && rests && !LegalSteps.of(diagram.key()).isEmpty()) {
                problems.error(step.id(), "rest", Sentence.REST.of());
            }
        });
    }

    private static Problem.Fix meant(Step step, String ground) {
        return new Problem.Fix(
                step.id(),
                GROUND,
                Nearest.to(ground, Grounds.all()).orElse(Grounds.all().getFirst()));
    }

    private static boolean isRest(Diagram diagram, Step step) {
        return step.is("intermediateCatchEvent")
                && step.tag().first("bpmn:timerEventDefinition") != null
                && diagram.into(step).stream()
                        .map(Flow::from)
                        .map(diagram::step)
                        .noneMatch(before -> before != null && before.is("eventBasedGateway"));
    }
}
