package vn.caunoi.api.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import vn.caunoi.api.direction.DirectionDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.casefile.Part;

/** What can be done with a case outside its tasks: what a page offers to whom. The petition itself judges again. */
@Component
class CaseActions {

    private static final Set<Role> ALL = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);
    private static final Set<Role> NOT_CLERK = Set.of(Role.OFFICER, Role.HEAD);
    private static final Set<Role> DESK = Set.of(Role.CLERK);
    private static final Set<Role> DESK_AND_HEAD = Set.of(Role.CLERK, Role.HEAD);
    private static final Set<Role> HEAD = Set.of(Role.HEAD);
    private static final Set<Role> SUPERIOR = Set.of(Role.HEAD, Role.INSPECTOR);

    /** In the order of a menu. */
    enum Action {
        NOTE(ALL, false, file -> true),
        REPLY(ALL, false, file -> isOpen(file) && file.kind() != Kind.DENUNCIATION),
        SUPPLEMENT(ALL, false, CaseActions::isOpen),
        CORRECT(ALL, false, file -> true),
        TRIAGE(NOT_CLERK, false, CaseActions::isToBeHandled),
        LINK(ALL, false, file -> true),
        PASS(NOT_CLERK, true, CaseActions::isToBeHandled),
        PASS_BACK(NOT_CLERK, true, CaseActions::wasPassedOn),
        MERGE(NOT_CLERK, true, CaseActions::isOpen),
        SPLIT(NOT_CLERK, true, CaseActions::isToBeHandled),
        WORKSHEET(NOT_CLERK, false, CaseActions::isVerified),
        WORKSHEET_REPLY(NOT_CLERK, false, file -> file.worksheet().stream().anyMatch(Part.WorksheetEntry::isOwed)),
        ESCALATE(NOT_CLERK, false, CaseActions::isOpen),
        URGE(SUPERIOR, false, CaseActions::isOpen),
        EXPLAIN(SUPERIOR, false, file -> isOpen(file) && file.kind() != Kind.DENUNCIATION),
        DIRECT(SUPERIOR, false, CaseActions::isOpen),
        DIRECTION_DONE(ALL, false, CaseActions::isDirected),
        DIRECTION_BACK(SUPERIOR, false, CaseActions::isDirected),
        ANSWER_URGING(ALL, false, file -> file.urgings().stream().anyMatch(Part.Urging::isOpen)),
        PROTECT(ALL, false, CaseActions::mayAskForProtection),
        ACCUSE(ALL, true, CaseActions::isOpen),
        ONWARD(ALL, false, CaseActions::mayBeBroughtOn),
        ADMIT(HEAD, false, file -> isOpen(file) && file.kind() == Kind.DENUNCIATION),
        DISMISS(HEAD, false, file -> !file.handlers().isEmpty()),
        REASSIGN(HEAD, false, CaseActions::isOpen),
        EXTEND(HEAD, false, file -> file.deadlines().stream().anyMatch(Deadline::runs)),
        SUSPEND(NOT_CLERK, false, file -> file.status() == Status.OPEN),
        RESUME(NOT_CLERK, false, file -> file.status() == Status.SUSPENDED),
        STEP_BACK(HEAD, true, CaseActions::isBeforeIssue),
        RECLASSIFY(HEAD, true, CaseActions::isBeforeIssue),
        ANNOUNCE_MEETING(NOT_CLERK, false, CaseActions::isToBePublished),
        SECOND_COMPLAINT(ALL, true, CaseActions::mayBeComplainedOfAgain),
        SUE(ALL, true, CaseActions::mayBeBroughtBeforeACourt),
        END_SUIT(ALL, false, file -> is(file, DecisionState.IN_COURT)),
        TAKE_EFFECT(HEAD, true, file -> is(file, DecisionState.CONTESTED)),
        ENFORCE(HEAD, false, CaseActions::isInEffect),
        REPORT_ENFORCEMENT(ALL, false, file -> is(file, DecisionState.BEING_CARRIED_OUT)),
        RATE(DESK, false, file -> file.status() == Status.CLOSED && file.rating() == null),
        PUBLISH_ANSWER(NOT_CLERK, false, CaseActions::mayPublish),
        UNPUBLISH_ANSWER(HEAD, true, CaseActions::isPublished),
        RETURN_ANSWER(DESK_AND_HEAD, true, CaseFile::mayReturnAnswer),
        WITHDRAW(ALL, true, file -> isBeforeIssue(file) && file.withdrawal() == null),
        REOPEN(HEAD, true, file -> file.status() == Status.CLOSED);

        private final Set<Role> who;
        private final boolean grave;
        private final Predicate<CaseFile> when;

        Action(Set<Role> who, boolean grave, Predicate<CaseFile> when) {
            this.who = who;
            this.grave = grave;
            this.when = when;
        }

        /** The word in addresses and bundles: {@code step-back}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it cannot be undone and is confirmed first. */
        public boolean grave() {
            return grave;
        }

        static Optional<Action> of(String word) {
            return Arrays.stream(values())
                    .filter(action -> action.word().equals(word))
                    .findFirst();
        }
    }

    private final Clock clock;

    CaseActions(Clock clock) {
        this.clock = clock;
    }

    List<Action> open(CaseFile file, Actor actor) {
        return Arrays.stream(Action.values())
                .filter(action -> actor.covers(file.unit()))
                .filter(action -> action.who.stream().anyMatch(actor::is))
                .filter(action -> action.when.test(file))
                .filter(action -> action != Action.EXPLAIN || file.overdue(clock.instant()))
                .filter(action -> action != Action.DIRECTION_DONE
                        || !DirectionDesk.reportable(file, actor).isEmpty())
                .filter(action -> action != Action.DIRECTION_BACK
                        || !DirectionDesk.revocable(file, actor).isEmpty())
                .toList();
    }

    private static boolean isDirected(CaseFile file) {
        return file.directions().stream().anyMatch(Part.Direction::isOpen);
    }

    private static boolean isOpen(CaseFile file) {
        return file.status() != Status.CLOSED;
    }

    /** Accepted, and not decided yet. */
    private static boolean isVerified(CaseFile file) {
        return file.acceptance() != null && isBeforeIssue(file);
    }

    private static boolean mayBeBroughtOn(CaseFile file) {
        boolean over = file.status() == Status.CLOSED && file.standing().has(Milestone.CONCLUDED);
        boolean late = file.status() != Status.CLOSED && file.acceptance() != null;
        return file.kind() == Kind.DENUNCIATION && (over || late);
    }

    private static boolean isToBeHandled(CaseFile file) {
        boolean begun = file.acceptance() != null || file.standing().has(Milestone.ANSWERED);
        return isOpen(file) && !begun;
    }

    private static boolean mayPublish(CaseFile file) {
        boolean sent = file.answering() != null && file.answering().sent() != null;
        return sent && file.mayReturnAnswer() && !isPublished(file);
    }

    private static boolean isPublished(CaseFile file) {
        return file.answering() != null && file.answering().published() != null;
    }

    private static boolean wasPassedOn(CaseFile file) {
        if (file.passes().isEmpty()) return false;
        var last = file.passes().getLast();
        return isToBeHandled(file) && !last.back() && last.to().equals(file.unit());
    }

    private static boolean mayAskForProtection(CaseFile file) {
        return file.kind() == Kind.DENUNCIATION && !file.standing().has(Milestone.PROTECTION_REQUESTED);
    }

    private static boolean is(CaseFile file, DecisionState state) {
        return file.aftermath() != null && file.aftermath().state() == state;
    }

    private static boolean isToBePublished(CaseFile file) {
        return file.kind() == Kind.COMPLAINT
                && file.standing().has(Milestone.ISSUED)
                && !file.standing().has(Milestone.PUBLISHED);
    }

    /** Closed, decided or not settled in time (LKN Đ33); a second decision is not complained of again (Đ11.7). */
    private static boolean mayBeComplainedOfAgain(CaseFile file) {
        boolean over = file.status() == Status.CLOSED || file.standing().has(Milestone.ISSUED);
        boolean late = file.deadlines().stream()
                .anyMatch(one -> one.stage().equals("settle_1") && one.state() == Part.DeadlineState.MISSED);
        return file.kind() == Kind.COMPLAINT && file.secondRound() == null && (over || late);
    }

    private static boolean mayBeBroughtBeforeACourt(CaseFile file) {
        var suit = file.consequences().suit();
        boolean over = suit != null && !suit.isOpen() && suit.result() != CourtResult.RETURNED;
        return file.kind() == Kind.COMPLAINT && !over;
    }

    private static boolean isInEffect(CaseFile file) {
        return file.aftermath() != null
                && switch (file.aftermath().state()) {
                    case IN_EFFECT, TO_BE_CARRIED_OUT, BEING_CARRIED_OUT, CARRIED_OUT, NOT_CARRIED_OUT -> true;
                    default -> false;
                };
    }

    private static boolean isBeforeIssue(CaseFile file) {
        boolean issued = file.resolution() != null && file.resolution().number() != null;
        boolean concluded = file.denunciation() != null && file.denunciation().concluded() != null;
        return isOpen(file) && !issued && !concluded;
    }
}
