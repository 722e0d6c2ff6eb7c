package vn.caunoi.core.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.StoredAs;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Sealed;

/** All that can happen to a conference. One stream per conference. */
public sealed interface ConferenceEvent {

    ConferenceId conference();

    /** What is public of it is in clear. */
    @StoredAs("conference.planned")
    record ConferencePlanned(
            ConferenceId conference,
            UnitId unit,
            String subject,
            Occasion occasion,
            LocalDate day,
            LocalTime begins,
            String place,
            boolean online)
            implements ConferenceEvent {}

    @StoredAs("conference.moved")
    record ConferenceMoved(ConferenceId conference, LocalDate day, String reason) implements ConferenceEvent {}

    /** @param rule by which {@code inTime} was judged */
    @StoredAs("conference.announced")
    record ConferenceAnnounced(ConferenceId conference, LocalDate on, String where, boolean inTime, String rule)
            implements ConferenceEvent {}

    @StoredAs("conference.held")
    record ConferenceHeld(ConferenceId conference, OfficerId chair, int participants, String invited, Sealed minutes)
            implements ConferenceEvent {}

    /** Until when the result is to be published; every day of it counted. */
    @StoredAs("conference.result-due-set")
    record ConferenceResultDueSet(
            ConferenceId conference,
            LocalDate from,
            Limit limit,
            Instant due,
            String rule,
            String calendar,
            String source,
            String confidence,
            List<CountedDay> explanation)
            implements ConferenceEvent {}

    /** @param no from 1, in the order they are written down */
    @StoredAs("conference.matter-raised")
    record MatterRaised(
            ConferenceId conference,
            int no,
            @Nullable Sealed speaker,
            Sealed matter,
            @Nullable Sealed answer) implements ConferenceEvent {}

    @StoredAs("conference.matter-became-petition")
    record MatterBecamePetition(ConferenceId conference, int no, PetitionId petition, String code)
            implements ConferenceEvent {}

    @StoredAs("conference.result-published")
    record ConferenceResultPublished(ConferenceId conference, LocalDate on, String where, String text, boolean inTime)
            implements ConferenceEvent {}

    @StoredAs("conference.cancelled")
    record ConferenceCancelled(ConferenceId conference, String reason) implements ConferenceEvent {}
}
