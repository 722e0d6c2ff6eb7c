package vn.caunoi.processes.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.ladder.Rung;
import vn.caunoi.core.ladder.RungQuestion;

/** The escalation ladder that holds on the day that is asked about: the file's, or what was published in its place. */
public final class LadderInForce implements Ladder {

    private final Editions<DmnLadder> editions;

    LadderInForce(Editions<DmnLadder> editions) {
        this.editions = editions;
    }

    @Override
    public Optional<Rung> rung(RungQuestion question) {
        return editions.on(question.on()).rung(question);
    }

    /** Number of the edition that answers on a day; 0 for the file. */
    public int edition(LocalDate on) {
        return editions.number(on);
    }

    /** As they are written, one below the other, on a day. */
    public List<DmnRules.Row> rows(LocalDate on) {
        return editions.on(on).rows();
    }
}
