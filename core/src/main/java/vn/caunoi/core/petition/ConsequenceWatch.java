package vn.caunoi.core.petition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.petition.ConsequenceEvent.*;

/**
 * Looks on while time does its work after a decision: counts the times that began and records what they bring when they
 * have passed. None of it is a duty of anybody, so nothing becomes overdue and nobody is told of a delay.
 */
final class ConsequenceWatch {

    private final Petition petition;
    private final Instant now;
    private final WorkingCalendar calendar;

    ConsequenceWatch(Petition petition, Instant now, WorkingCalendar calendar) {
        this.petition = petition;
        this.now = now;
        this.calendar = calendar;
    }

    /** @return when to look again; null when nothing is left that comes by time */
    @Nullable Instant look(Rules rules) {
        if (petition.dossier.kind() != Kind.COMPLAINT) return null;
        count(rules);
        return Stream.of(effect(), renewal())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private void count(Rules rules) {
        Consequences now = petition.consequences;
        if (now.decision() != null && now.effect() == null) {
            count(
                    rules,
                    petition.second ? "effective_2" : "effective_1",
                    now.decision().on());
        }
        if (now.postedOn() != null && isToBePosted(now)) count(rules, Consequences.POSTING, now.postedOn());
        if (now.stoppedOn() != null && now.renewal() == null) count(rules, Consequences.RENEWAL, now.stoppedOn());
    }

    private static boolean isToBePosted(Consequences now) {
        return now.posting() == null || !now.posting().from().equals(now.postedOn());
    }

    private void count(Rules rules, String stage, LocalDate from) {
        Set<Circumstance> circumstances = petition.consequences.remote() ? Set.of(Circumstance.REMOTE) : Set.of();
        var question = new RuleQuestion(Kind.COMPLAINT.name(), stage, circumstances, from);
        petition.record(
                new ConsequenceCounted(petition.id, FurtherTime.counted(rule(rules, question), from, calendar)));
    }

    /** The row of the day on which the time began; of today, where the table tells nothing of that day. */
    private DeadlineRule rule(Rules rules, RuleQuestion then) {
        try {
            return rules.ruleFor(then);
        } catch (NoRuleFits noneYet) {
            return rules.ruleFor(new RuleQuestion(then.kind(), then.stage(), then.circumstances(), DueDate.dayOf(now)));
        }
    }

    private @Nullable Instant effect() {
        Consequences now = petition.consequences;
        boolean open = now.effectiveOn() == null && now.contestedBy() == null && !isKeptByCourt(now);
        if (now.effect() == null || !open) return null;
        Instant until = now.effect().until();
        if (!this.now.isAfter(until)) return until;
        petition.record(new DecisionTookEffect(petition.id, DueDate.dayOf(until).plusDays(1), null));
        return null;
    }

    private static boolean isKeptByCourt(Consequences now) {
        Consequences.Suit suit = now.suit();
        return suit != null && (suit.isOpen() || suit.result() == CourtResult.ANNULLED);
    }

    private @Nullable Instant renewal() {
        Consequences now = petition.consequences;
        if (now.renewal() == null || now.lapsed()) return null;
        Instant until = now.renewal().until();
        if (!this.now.isAfter(until)) return until;
        petition.record(new RenewalLapsed(petition.id, DueDate.dayOf(until)));
        return null;
    }
}
