package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.LetterState.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.LetterCommand.*;
import vn.caunoi.core.petition.LetterEvent.*;
import vn.caunoi.core.vault.Sealed;

/** Judges what is ordered of letters, from the draft to the delivery. */
final class LetterDesk {

    private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.HEAD};

    private final Petition petition;
    private final Instant now;

    LetterDesk(Petition petition, Clock clock) {
        this.petition = petition;
        this.now = clock.instant();
    }

    /** Drafting the same letter again, under the same id, changes nothing. */
    void draft(DraftLetter order) {
        petition.mustBeAllowed(order.by(), STAFF);
        if (petition.letters.find(order.letter()).isPresent()) return;
        if (order.replaces() != null) {
            Petition.refuseIf(!find(order.replaces()).state().hasNumber(), Reason.LETTER_NOT_AT_THIS_STEP);
        }
        petition.record(drafted(
                order.letter(),
                order.template(),
                order.edition(),
                1,
                order.requires(),
                order.opens(),
                order.replaces(),
                order.text()));
    }

    void redraft(RedraftLetter order) {
        Letters.One one = mine(order, DRAFT, RETURNED);
        mustBeSeen(one, order.draft());
        petition.record(drafted(
                order.letter(),
                one.template(),
                one.edition(),
                one.draft() + 1,
                one.requires(),
                one.opens(),
                one.replaces(),
                order.text()));
    }

    private LetterDrafted drafted(
            LetterId letter,
            String template,
            int edition,
            int draft,
            @Nullable Milestone requires,
            @Nullable String opens,
            @Nullable LetterId replaces,
            LetterText text) {
        return new LetterDrafted(
                petition.id,
                letter,
                petition.unit,
                template,
                edition,
                draft,
                requires,
                opens,
                replaces,
                petition.seal(Words.required("subject", text.subject())),
                petition.seal(text.addressee().strip()),
                petition.seal(Words.required("body", text.body())),
                petition.seal(Words.required("recipients", text.recipients())));
    }

    void submit(SubmitLetter order) {
        mustBeSeen(mine(order, DRAFT), order.draft());
        petition.record(new LetterSubmitted(petition.id, order.letter(), order.draft()));
    }

    void giveBack(ReturnLetter order) {
        Letters.One one = of(order, SUBMITTED, SIGNED);
        petition.mustBeAllowed(order.by(), Role.HEAD);
        petition.record(new LetterReturned(petition.id, order.letter(), one.draft(), reason(order.reason())));
    }

    void sign(SignLetter order) {
        boolean onPaper = order.scan() != null;
        if (onPaper || order.power() == null) {
            petition.mustBeAllowed(order.by(), onPaper ? STAFF : new Role[] {Role.HEAD});
        }
        Letters.One one = of(order, SUBMITTED);
        mustBeSeen(one, order.draft());
        if (one.requires() != null) petition.must(one.requires(), Reason.LETTER_TOO_EARLY);
        mustBeComplete(order.signature());
        mustBeSigned(order);
        petition.record(new LetterSigned(
                petition.id,
                order.letter(),
                one.draft(),
                order.signature(),
                onPaper ? null : order.by().id(),
                order.scan(),
                signatories(order)));
    }

    /** Somebody for the head, by a power that is in force; or by all who are to sign, on paper. */
    private void mustBeSigned(SignLetter order) {
        if (!order.signatories().isEmpty()) {
            if (order.scan() == null) throw Refusal.because(Reason.INVALID_INPUT, "scan", "required", "is required");
            return;
        }
        SigningPower power = order.power();
        if (power == null) {
            Petition.refuseIf(order.signature().as() != Signature.As.HEAD, Reason.MAY_NOT_SIGN_SO);
            return;
        }
        boolean own = order.scan() != null || order.by().id().equals(power.officer());
        boolean covered = power.covers(order.signature(), DueDate.dayOf(now));
        Petition.refuseIf(!own || !covered, Reason.MAY_NOT_SIGN_SO);
    }

    private @Nullable List<Signatory> signatories(SignLetter order) {
        if (order.signatories().isEmpty()) return null;
        return order.signatories().stream()
                .map(one -> new Signatory(
                        one.place(), petition.seal(Words.required("signatories", one.name())), maybe(one.refusal())))
                .toList();
    }

    private static void mustBeComplete(Signature signature) {
        Words.required("name", signature.name());
        Words.required("headTitle", signature.headTitle());
        if (signature.as().isForTheHead()) Words.required("title", text(signature.title()));
        if (signature.as() == Signature.As.BY_AUTHORITY) Words.required("authority", text(signature.authority()));
    }

    void number(NumberLetter order) {
        Letters.One one = mine(order, SIGNED);
        mustBeSeen(one, order.draft());
        petition.record(new LetterNumbered(
                petition.id,
                order.letter(),
                order.year(),
                order.serial(),
                order.number(),
                order.issuedOn(),
                order.file(),
                order.sha256()));
        if (one.replaces() != null && find(one.replaces()).state() != REPLACED) {
            petition.record(new LetterReplaced(petition.id, one.replaces(), order.letter()));
        }
    }

    void send(SendLetter order) {
        Letters.One one = mine(order, NUMBERED);
        mustLieBetween("sentOn", one.issuedOn(), order.sentOn());
        petition.record(new LetterSent(petition.id, order.letter(), order.sentOn(), order.way(), maybe(order.trace())));
    }

    void deliver(DeliverLetter order, WorkingCalendar calendar) {
        Letters.One one = mine(order, SENT, DELIVERED);
        mustLieBetween("deliveredOn", one.sentOn(), order.deliveredOn());
        Sealed reason = one.state() == SENT ? null : correction(one, order);
        petition.record(new LetterDelivered(
                petition.id,
                order.letter(),
                order.deliveredOn(),
                LegalMoment.on(order.deliveredOn(), now),
                maybe(order.receiver()),
                order.rule() == null ? null : FurtherTime.counted(order.rule(), order.deliveredOn(), calendar),
                one.deliveredOn(),
                reason));
    }

    private Sealed correction(Letters.One one, DeliverLetter order) {
        Petition.refuseIf(order.deliveredOn().equals(one.deliveredOn()), Reason.NOTHING_TO_CORRECT);
        return reason(text(order.reason()));
    }

    void recall(RecallLetter order) {
        of(order, NUMBERED, SENT, DELIVERED);
        petition.mustBeAllowed(order.by(), Role.HEAD);
        petition.record(new LetterRecalled(petition.id, order.letter(), reason(order.reason())));
    }

    void discard(DiscardLetter order) {
        mine(order, DRAFT, SUBMITTED, RETURNED, SIGNED);
        petition.record(new LetterDiscarded(petition.id, order.letter()));
    }

    private Letters.One mine(LetterCommand order, LetterState... states) {
        petition.mustBeAllowed(order.by(), STAFF);
        return of(order, states);
    }

    private Letters.One of(LetterCommand order, LetterState... states) {
        Letters.One one = find(order.letter());
        Petition.refuseIf(!Arrays.asList(states).contains(one.state()), Reason.LETTER_NOT_AT_THIS_STEP);
        return one;
    }

    private Letters.One find(LetterId letter) {
        return petition.letters.find(letter).orElseThrow(() -> Refusal.because(Reason.NO_SUCH_LETTER));
    }

    private static void mustBeSeen(Letters.One one, int draft) {
        Petition.refuseIf(one.draft() != draft, Reason.LETTER_CHANGED);
    }

    private void mustLieBetween(String field, @Nullable LocalDate first, LocalDate day) {
        Petition.refuseIf(day.isAfter(DueDate.dayOf(now)), Reason.IN_THE_FUTURE);
        if (first != null && day.isBefore(first)) {
            throw Refusal.because(Reason.INVALID_INPUT, field, "too-early", "must not be before " + first);
        }
    }

    private Sealed reason(String given) {
        return petition.seal(Words.required("reason", given));
    }

    private @Nullable Sealed maybe(@Nullable String given) {
        return given == null || given.isBlank() ? null : petition.seal(given.strip());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
