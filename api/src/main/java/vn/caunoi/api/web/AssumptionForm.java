package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.caunoi.api.designer.RehearsalRun;
import vn.caunoi.api.problem.Input;
import vn.caunoi.processes.driver.Rehearsal.Assumption;
import vn.caunoi.processes.studio.Rehearsing;

/** Reads what a designer assumes of steps that history does not know. */
final class AssumptionForm {

    private static final int LONGEST_WORD = 100;
    private static final int MOST_DAYS = 250;

    private AssumptionForm() {}

    /**
     * A step of which nothing is said stays unknown.
     *
     * @param published steps that the record may know
     */
    static List<Assumption> read(
            RehearsalRun run,
            List<Rehearsing.Task> assumable,
            List<Rehearsing.Task> published,
            Map<String, String> typed) {
        Input input = new Input();
        List<Assumption> assumptions = new ArrayList<>();
        for (Rehearsing.Task task : assumable) {
            String like = input.optional("like." + task.step(), typed.get("like." + task.step()), LONGEST_WORD);
            if (like == null) {
                ends(task, typed, input).ifPresent(assumptions::add);
                continue;
            }
            if (published.stream().noneMatch(one -> one.id().equals(like))) notAnOption(input, "like." + task.step());
            assumptions.add(Assumption.like(task.step(), run.process() + "/" + like));
        }
        input.mustBeValid();
        return assumptions;
    }

    private static Optional<Assumption> ends(Rehearsing.Task task, Map<String, String> typed, Input input) {
        String field = "outcome." + task.step();
        String outcome = input.optional(field, typed.get(field), LONGEST_WORD);
        if (outcome == null) return Optional.empty();
        if (!task.outcomes().contains(outcome)) notAnOption(input, field);
        return Optional.of(new Assumption(task.step(), outcome, days(input, "days." + task.step(), typed)));
    }

    private static void notAnOption(Input input, String field) {
        input.wrong(field, "not-an-option", "is not one of the options");
    }

    private static int days(Input input, String field, Map<String, String> typed) {
        String given = input.optional(field, typed.get(field), LONGEST_WORD);
        if (given == null) return 0;
        try {
            int days = Integer.parseInt(given);
            if (days >= 0 && days <= MOST_DAYS) return days;
            input.wrong(field, "out-of-bounds", "is between 0 and " + MOST_DAYS);
        } catch (NumberFormatException e) {
            input.wrong(field, "malformed", "is not a number");
        }
        return 0;
    }
}
