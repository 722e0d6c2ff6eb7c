package vn.caunoi.processes.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.handling.HandlingRules;

/** The handling table that holds on the day that is asked about: the file's, or what was published in its place. */
public final class HandlingInForce implements HandlingRules {

    private final Editions<DmnHandling> editions;

    HandlingInForce(Editions<DmnHandling> editions) {
        this.editions = editions;
    }

    @Override
    public Optional<HandlingRule> ruleFor(HandlingQuestion question) {
        return editions.on(question.on()).ruleFor(question);
    }

    /** All rows in the order they are asked on a day. */
    public List<DmnRules.Row> rows(LocalDate on) {
        return editions.on(on).rows();
    }
}
