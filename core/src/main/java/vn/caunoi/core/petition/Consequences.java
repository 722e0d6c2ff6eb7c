package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/**
 * What followed the decision on a complaint. Folded from the events in order; the petition judges by it, and whoever shows
 * a case asks it. Days are of Asia/Ho_Chi_Minh.
 *
 * @param drafted what the last draft does with the disputed decision
 * @param decision what was issued; {@code stoppedOn} the day its settlement was stopped; null for a case of which neither holds
 * @param remote whether the times of a remote area hold
 * @param effect time after which it takes effect; {@code posting} how long it is posted; {@code renewal} until when a stopped complaint may be
 *     renewed; null until they are counted
 * @param postedOn the day it was posted, where it was posted
 * @param effectiveOn first day of its legal effect
 * @param contestedBy the second complaint that keeps it from its effect
 */
public record Consequences(
        @Nullable DecisionEffect drafted,
        @Nullable Decision decision,
        @Nullable LocalDate stoppedOn,
        boolean remote,
        @Nullable FurtherTime effect,
        @Nullable LocalDate postedOn,
        @Nullable FurtherTime posting,
        @Nullable Meeting meeting,
        @Nullable FurtherTime renewal,
        boolean lapsed,
        @Nullable LocalDate effectiveOn,
        @Nullable PetitionId contestedBy,
        @Nullable Suit suit,
        SortedMap<Integer, Order> orders) {

    static final String RENEWAL = "resume_after_stop_notice";
    static final String POSTING = "post_minimum";

    /** @param effect what it does with the disputed decision; null where it was drafted in another register */
    public record Decision(LocalDate on, @Nullable DecisionEffect effect) {}

    public record Meeting(LocalDate on, String place, FurtherTime notice) {}

    /** @param result null while it is before the court */
    public record Suit(
            LocalDate suedOn,
            String court,
            @Nullable String number,
            @Nullable LocalDate acceptedOn,
            @Nullable CourtResult result,
            @Nullable LocalDate endedOn,
            @Nullable String judgment) {
        public boolean isOpen() {
            return result == null;
        }
    }

    /** @param progress as last reported */
    public record Order(LocalDate until, EnforcementProgress progress, LocalDate since) {
        public boolean isOpen() {
            return progress == EnforcementProgress.UNDER_WAY;
        }
    }

    public static final Consequences NONE = new Consequences(
            null, null, null, false, null, null, null, null, null, false, null, null, null, new TreeMap<>());

    public Consequences {
        orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }

    public Consequences after(PetitionEvent event) {
        return switch (event) {
            case IntakeEvent.PetitionAccepted e -> with(it -> it.remote = e.remote());
            case RoundEvent.ResolutionDrafted e -> with(it -> it.drafted = e.effect());
            case RoundEvent.ResolutionIssued e -> with(it -> it.decision = new Decision(e.issuedOn(), drafted));
            case RoundEvent.PetitionPublished e -> published(e);
            case CaseEvent.PetitionTerminated e -> with(it -> it.stoppedOn = e.decidedOn());
            // what was over before it was taken over is history
            case IntakeEvent.PetitionMovedIn e when e.stoodAt() == Stand.CLOSED -> NONE;
            case CaseEvent.PetitionReopened e -> undone(e.undone());
            case CaseEvent.PetitionSentBack e -> undone(e.undone());
            case CaseEvent.PetitionReclassified e -> undone(e.undone());
            case ConsequenceEvent e -> followed(e);
            default -> this;
        };
    }

    private Consequences published(RoundEvent.PetitionPublished e) {
        boolean posted = e.way().equals("NOTICE_BOARD") && isIssued();
        return posted ? with(it -> it.postedOn = e.publishedOn()) : this;
    }

    /** A decision that does not stand has no consequences; nor has a stop that was taken back. */
    private Consequences undone(Set<Milestone> undone) {
        Consequences left = this;
        if (undone.contains(Milestone.ISSUED) || undone.contains(Milestone.DRAFTED)) {
            left = NONE.with(it -> {
                it.remote = remote;
                it.stoppedOn = stoppedOn;
                it.renewal = renewal;
                it.lapsed = lapsed;
            });
        }
        if (undone.contains(Milestone.TERMINATED)) left = left.with(Changing::goesOn);
        if (undone.contains(Milestone.CLOSED) && suit != null && !isIssued()) left = left.with(it -> it.suit = null);
        return left;
    }

    private Consequences followed(ConsequenceEvent event) {
        return switch (event) {
            case ConsequenceCounted e -> counted(e.time());
            case DecisionTookEffect e ->
                with(it -> {
                    it.effectiveOn = e.on();
                    it.contestedBy = null;
                });
            case DecisionContested e ->
                with(it -> {
                    it.effectiveOn = null;
                    it.contestedBy = e.second();
                });
            case RenewalLapsed e -> with(it -> it.lapsed = true);
            case MeetingAnnounced e -> with(it -> it.meeting = new Meeting(e.meetingOn(), e.place(), e.notice()));
            case ComplainantSued e ->
                with(it -> it.suit = new Suit(e.suedOn(), e.court(), e.number(), e.acceptedOn(), null, null, null));
            case CourtEnded e -> with(it -> it.end(e));
            case EnforcementOrdered e ->
                with(it -> it.orders.put(e.order(), new Order(e.until(), EnforcementProgress.UNDER_WAY, e.until())));
            case EnforcementReported e ->
                with(it -> it.orders.computeIfPresent(
                        e.order(), (no, order) -> new Order(order.until(), e.progress(), e.on())));
        };
    }

    private Consequences counted(FurtherTime time) {
        return with(it -> {
            switch (time.stage()) {
                case POSTING -> it.posting = time;
                case RENEWAL -> it.renewal = time;
                default -> it.effect = time;
            }
        });
    }

    /** Empty while nothing was decided, stopped or brought before a court. */
    public Optional<DecisionState> state() {
        if (suit != null && suit.isOpen()) return Optional.of(DecisionState.IN_COURT);
        if (isIssued()) return Optional.of(decided());
        if (suit != null && suit.acceptedOn() != null) return Optional.of(DecisionState.LEFT_TO_COURT);
        if (stoppedOn != null) return Optional.of(lapsed ? DecisionState.NOT_RENEWED : DecisionState.RENEWABLE);
        return Optional.empty();
    }

    private DecisionState decided() {
        if (suit != null && suit.result() == CourtResult.ANNULLED) return DecisionState.ANNULLED;
        if (effectiveOn == null) {
            return contestedBy == null ? DecisionState.AWAITING_EFFECT : DecisionState.CONTESTED;
        }
        if (orders.isEmpty()) return keeps() ? DecisionState.IN_EFFECT : DecisionState.TO_BE_CARRIED_OUT;
        if (firstOwed().isPresent()) return DecisionState.BEING_CARRIED_OUT;
        boolean failed = orders.values().stream().anyMatch(order -> order.progress() == EnforcementProgress.NOT_DONE);
        return failed ? DecisionState.NOT_CARRIED_OUT : DecisionState.CARRIED_OUT;
    }

    /** The last day of the order that is to be carried out first, of those that are owed. */
    public Optional<LocalDate> firstOwed() {
        return orders.values().stream().filter(Order::isOpen).map(Order::until).min(LocalDate::compareTo);
    }

    public boolean isIssued() {
        return decision != null;
    }

    /** The first day of the legal effect, if nothing comes between; null while it is not counted. */
    public @Nullable LocalDate effectExpected() {
        return effect == null ? null : DueDate.dayOf(effect.until()).plusDays(1);
    }

    private boolean keeps() {
        return decision != null && decision.effect() == DecisionEffect.KEEP;
    }

    private Consequences with(Consumer<Changing> change) {
        Changing changing = new Changing(this);
        change.accept(changing);
        return changing.done();
    }

    /** The same while one part of it changes. */
    private static final class Changing {
        private @Nullable DecisionEffect drafted;
        private @Nullable Decision decision;
        private @Nullable LocalDate stoppedOn;
        private boolean remote;
        private @Nullable FurtherTime effect;
        private @Nullable LocalDate postedOn;
        private @Nullable FurtherTime posting;
        private @Nullable Meeting meeting;
        private @Nullable FurtherTime renewal;
        private boolean lapsed;
        private @Nullable LocalDate effectiveOn;
        private @Nullable PetitionId contestedBy;
        private @Nullable Suit suit;
        private final SortedMap<Integer, Order> orders;

        Changing(Consequences before) {
            drafted = before.drafted;
            decision = before.decision;
            stoppedOn = before.stoppedOn;
            remote = before.remote;
            effect = before.effect;
            postedOn = before.postedOn;
            posting = before.posting;
            meeting = before.meeting;
            renewal = before.renewal;
            lapsed = before.lapsed;
            effectiveOn = before.effectiveOn;
            contestedBy = before.contestedBy;
            suit = before.suit;
            orders = new TreeMap<>(before.orders);
        }

        void goesOn() {
            stoppedOn = null;
            renewal = null;
            lapsed = false;
        }

        void end(CourtEnded e) {
            if (suit == null) return;
            suit = new Suit(
                    suit.suedOn(), suit.court(), suit.number(), suit.acceptedOn(), e.result(), e.on(), e.number());
            if (!e.result().leavesDecision()) effectiveOn = null;
        }

        Consequences done() {
            return new Consequences(
                    drafted,
                    decision,
                    stoppedOn,
                    remote,
                    effect,
                    postedOn,
                    posting,
                    meeting,
                    renewal,
                    lapsed,
                    effectiveOn,
                    contestedBy,
                    suit,
                    orders);
        }
    }
}
