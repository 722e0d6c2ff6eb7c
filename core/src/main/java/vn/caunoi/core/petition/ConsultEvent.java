package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ladder.ByLadder;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.vault.Sealed;

/**
 * The life of a request for an opinion (lấy ý kiến): another unit of the house or a body outside is asked with chosen
 * papers and answers by a day. It shows nothing of the case but the question and those papers.
 */
public sealed interface ConsultEvent extends PetitionEvent {

    ConsultId consult();

    /**
     * @param asking whose case it is, and {@code officer} who asks
     * @param unit of the house that is asked; null for a {@code body} outside, which may have an {@code email}
     * @param papers files of the case that it shows; none unless they were chosen
     * @param from the day after which the time for the answer is counted
     * @param rule row of the deadline table, or {@code by-hand} where who asked chose the days
     */
    @StoredAs("consult.asked")
    record ConsultAsked(
            PetitionId petition,
            ConsultId consult,
            UnitId asking,
            OfficerId officer,
            @Nullable UnitId unit,
            @Nullable Sealed body,
            @Nullable Sealed email,
            Sealed question,
            List<String> papers,
            LocalDate from,
            Limit limit,
            Instant due,
            String rule,
            String version,
            String calendar,
            String source,
            List<CountedDay> explanation)
            implements ConsultEvent {}

    /**
     * A body outside may answer by a signed link.
     *
     * @param link number of it, from 1: only the last one opens
     * @param until when it expires
     * @param mailed whether it is to be sent by e-mail; else it is printed
     */
    @StoredAs("consult.link-issued")
    record ConsultLinkIssued(PetitionId petition, ConsultId consult, int link, Instant until, boolean mailed)
            implements ConsultEvent {}

    @StoredAs("consult.link-revoked")
    record ConsultLinkRevoked(PetitionId petition, ConsultId consult, int link) implements ConsultEvent {}

    /** @param reminder whether it went out a second time, for the answer is due soon */
    @StoredAs("consult.link-mailed")
    record ConsultLinkMailed(PetitionId petition, ConsultId consult, int link, boolean reminder)
            implements ConsultEvent {}

    @StoredAs("consult.link-undelivered")
    record ConsultLinkUndelivered(PetitionId petition, ConsultId consult, int link, boolean reminder, String problem)
            implements ConsultEvent {}

    /** Whoever was asked is reminded. */
    @StoredAs("consult.approaching")
    record ConsultApproaching(PetitionId petition, ConsultId consult, Instant due) implements ConsultEvent {}

    @StoredAs("consult.missed")
    record ConsultMissed(PetitionId petition, ConsultId consult, Instant due) implements ConsultEvent {}

    /**
     * Not answered in time, and brought before somebody.
     *
     * @param level 1 the head of who was asked, 2 the unit above; of a body outside the head of who asked
     */
    @StoredAs("consult.escalated")
    record ConsultEscalated(PetitionId petition, ConsultId consult, int level, UnitId unit, ByLadder ladder)
            implements ConsultEvent {}

    /**
     * @param files that came with the opinion, and are documents of the case
     * @param name who answered for a body outside, as they gave it
     * @param by who answered here, or wrote down what came on paper; null by link
     */
    @StoredAs("consult.answered")
    record ConsultAnswered(
            PetitionId petition,
            ConsultId consult,
            Sealed text,
            List<String> files,
            @Nullable Sealed name,
            LocalDate answeredOn,
            boolean late,
            @Nullable OfficerId by)
            implements ConsultEvent {}

    @StoredAs("consult.declined")
    record ConsultDeclined(
            PetitionId petition,
            ConsultId consult,
            Sealed reason,
            @Nullable Sealed name,
            @Nullable OfficerId by) implements ConsultEvent {}

    /** @param reason null when the case ended, or became one whose papers are secret */
    @StoredAs("consult.withdrawn")
    record ConsultWithdrawn(
            PetitionId petition,
            ConsultId consult,
            @Nullable Sealed reason) implements ConsultEvent {}
}
