package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.handling.HandlingQuestion;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.ledger.BeginsStream;
import vn.caunoi.core.vault.Sealed;

/** Orders that begin a petition, and that say how it is to be handled. */
public sealed interface IntakeCommand extends PetitionCommand {

    /**
     * What is handed in. Times: {@code receivedAt} may lie before now, never after. Points are numbered from 1.
     *
     * @param place village or commune, never an address: it is recorded in clear
     */
    record Content(
            @Nullable Kind kind,
            Channel channel,
            Instant receivedAt,
            Sealed subject,
            Sealed content,
            @Nullable String category,
            UnitId unit,
            @Nullable String place,
            boolean anonymous,
            boolean confidential,
            @Nullable Disputed about,
            @Nullable Sealed against,
            List<Point> points,
            List<Person> petitioners) {}

    /** Refused: future receipt, no petitioner and not anonymous, point numbers not 1..n. */
    @BeginsStream
    record HandIn(@TargetAggregateIdentifier PetitionId petition, String code, String pinHash, Content content)
            implements IntakeCommand {}

    /** One entry of the register the petition comes from. */
    record Activity(
            String activity,
            @Nullable String resource,
            @Nullable String group,
            Instant at) {}

    /**
     * Takes a case of another register over with its history. An open one gets {@code due} as the deadline
     * {@code process} of rule {@code imported}; a closed one is closed at {@code closedAt} and never starts a process.
     */
    @BeginsStream
    record Import(
            @TargetAggregateIdentifier PetitionId petition,
            String code,
            Content content,
            Origin origin,
            @Nullable OfficerId responsible,
            List<Activity> activities,
            @Nullable Instant due,
            @Nullable Instant closedAt)
            implements IntakeCommand {}

    /**
     * Takes a case of a former register over: an open one goes on here where it stood, by the rules of the day each limit
     * is counted from; a closed one is closed history. The same number again changes nothing.
     *
     * @param accused officers it is about, for whom it is not there
     * @param due a date that the register gave, which stands in the place of the limit of the law
     * @param note what else the register said
     */
    @BeginsStream
    record TakeOver(
            @TargetAggregateIdentifier PetitionId petition,
            String code,
            Content content,
            Origin origin,
            Reached reached,
            @Nullable OfficerId responsible,
            Set<OfficerId> accused,
            @Nullable Instant due,
            @Nullable String note)
            implements IntakeCommand {}

    /**
     * Records what was found in a petition and what the table proposes. Again, as often as more is known, until it is
     * accepted, answered or closed.
     *
     * @param guidedBefore an earlier petition of the same content whose petitioner was guided already
     */
    record ProposeHandling(
            @TargetAggregateIdentifier PetitionId petition,
            HandlingQuestion found,
            HandlingRule proposed,
            @Nullable PetitionId guidedBefore,
            Actor by)
            implements IntakeCommand {}
}
