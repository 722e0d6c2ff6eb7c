package vn.caunoi.processes.sweeper;

import java.time.Instant;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.ladder.Ladder;
import vn.caunoi.core.petition.ConsequenceCommand;
import vn.caunoi.core.petition.DeadlineCommand;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;

/**
 * Something of a petition that falls due.
 *
 * @param timer whether it is a timer of a diagram, and not a deadline
 * @param name of the timer, or stage word of the deadline
 * @param next when there may be something to record
 */
public record Falling(String petition, boolean timer, String name, Instant due, Instant next) {

    /** What the petition is told then. */
    public PetitionCommand order(Ladder ladder, Superiors superiors, Rules rules) {
        PetitionId id = new PetitionId(petition);
        if (timer) return new Report.FireTimer(id, name);
        if (name.equals(DueDates.CONSEQUENCE)) return new ConsequenceCommand.LookOn(id, rules);
        return new DeadlineCommand.LookAfter(id, name, due, next.isBefore(due), ladder, superiors);
    }
}
