package vn.caunoi.core.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.reception.ReceptionRule;
import vn.caunoi.core.vault.Sealed;

/** All that can be ordered of a conference. Clerks, officers and heads of its unit may. */
public sealed interface ConferenceCommand {

    ConferenceId conference();

    Actor by();

    record PlanConference(
            @TargetAggregateIdentifier ConferenceId conference,
            UnitId unit,
            String subject,
            Occasion occasion,
            LocalDate day,
            LocalTime begins,
            String place,
            boolean online,
            Actor by)
            implements ConferenceCommand {}

    /** Refused once it was held. The notice must be given anew for the new day. */
    record MoveConference(@TargetAggregateIdentifier ConferenceId conference, LocalDate day, String reason, Actor by)
            implements ConferenceCommand {}

    /**
     * The notice was given. One that is late is recorded as late, for it is a fact.
     *
     * @param rule how many days before
     */
    record Announce(
            @TargetAggregateIdentifier ConferenceId conference,
            LocalDate on,
            String where,
            ReceptionRule rule,
            Actor by)
            implements ConferenceCommand {}

    /**
     * Refused before its day.
     *
     * @param participants how many came
     * @param invited bodies that took part
     * @param rule within how many days the result is published
     */
    record HoldConference(
            @TargetAggregateIdentifier ConferenceId conference,
            OfficerId chair,
            int participants,
            String invited,
            Sealed minutes,
            ReceptionRule rule,
            Actor by)
            implements ConferenceCommand {}

    /** @param speaker who raised it, if that is written down
     * @param answer what was answered there */
    record RaiseMatter(
            @TargetAggregateIdentifier ConferenceId conference,
            @Nullable Sealed speaker,
            Sealed matter,
            @Nullable Sealed answer,
            Actor by)
            implements ConferenceCommand {}

    record TakeMatterAsPetition(
            @TargetAggregateIdentifier ConferenceId conference, int no, PetitionId petition, String code, Actor by)
            implements ConferenceCommand {}

    record PublishResult(
            @TargetAggregateIdentifier ConferenceId conference, LocalDate on, String where, String text, Actor by)
            implements ConferenceCommand {}

    record CancelConference(@TargetAggregateIdentifier ConferenceId conference, String reason, Actor by)
            implements ConferenceCommand {}
}
