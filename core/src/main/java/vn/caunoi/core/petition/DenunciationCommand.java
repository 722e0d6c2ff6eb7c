package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/** What can be ordered of a denunciation outside a task. */
public sealed interface DenunciationCommand extends PetitionCommand {

    /**
     * By the head, with a reason, before the limit passes: once for a complex one, twice for a specially complex one
     * (LTC Đ30).
     *
     * @param rule the row that tells by how much
     */
    record ProlongSettlement(
            @TargetAggregateIdentifier PetitionId petition,
            Complexity complexity,
            DeadlineRule rule,
            String reason,
            Actor by)
            implements DenunciationCommand {}

    /** Asked for at any time, also after the case was closed; not while a request or a protection stands (LTC Đ47). */
    record RequestProtection(
            @TargetAggregateIdentifier PetitionId petition,
            LocalDate requestedOn,
            boolean urgent,
            String request,
            Actor by)
            implements DenunciationCommand {}

    /** By the head who settles it: a named officer handles it too, and may see who denounced; never whom it is about. */
    record AdmitOfficer(@TargetAggregateIdentifier PetitionId petition, OfficerId officer, String reason, Actor by)
            implements DenunciationCommand {}

    /** The head takes that back. */
    record DismissOfficer(@TargetAggregateIdentifier PetitionId petition, OfficerId officer, String reason, Actor by)
            implements DenunciationCommand {}

    /**
     * By the superior of who settles it: a denunciation is brought on, against what was concluded or because it is not
     * settled in time (LTC Đ37, Đ38).
     *
     * @param superior the unit that reviews, or demands a report
     */
    record ReceiveOnward(
            @TargetAggregateIdentifier PetitionId petition,
            boolean overdue,
            LocalDate receivedOn,
            UnitId superior,
            String what,
            Actor by)
            implements DenunciationCommand {}

    /**
     * Names the officers a petition is about, and gives it to the unit that is to settle it: one above them. Of any
     * kind, for complaints of conduct go the same way.
     *
     * @param unit who settles it now
     */
    record NameAccused(@TargetAggregateIdentifier PetitionId petition, Set<OfficerId> officers, UnitId unit, Actor by)
            implements DenunciationCommand {}
}
