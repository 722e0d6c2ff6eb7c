package vn.caunoi.projections.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.FurtherTime;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.LetterEvent.*;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;

/** One letter in the making, folded from what happened to it. */
final class LetterFold {
    private LetterDrafted drafted;
    private LetterState state = LetterState.DRAFT;

    private @Nullable LetterId replacedBy;
    private @Nullable String returned;
    private @Nullable Signature signature;
    private List<Letter.Signatory> signatories = List.of();
    private @Nullable String scan;
    private @Nullable LetterNumbered numbered;
    private @Nullable LocalDate sentOn;
    private @Nullable SendingWay way;
    private @Nullable String trace;
    private @Nullable LocalDate deliveredOn;
    private @Nullable String receiver;
    private boolean late;
    private @Nullable FurtherTime opened;
    private @Nullable String recalled;
    private final List<Letter.Step> steps = new ArrayList<>();

    private LetterFold(LetterDrafted first) {
        drafted = first;
    }

    /** The letters of a case, the first drafted first. */
    static List<Letter> of(List<Happened<PetitionEvent>> events) {
        Map<LetterId, LetterFold> letters = new LinkedHashMap<>();
        for (Happened<PetitionEvent> happened : events) {
            if (!(happened.event() instanceof LetterEvent event)) continue;
            if (event instanceof LetterDrafted e) letters.computeIfAbsent(e.letter(), id -> new LetterFold(e));
            LetterFold letter = letters.get(event.letter());
            if (letter != null) letter.take(event, happened.at(), happened.by());
        }
        return letters.values().stream().map(LetterFold::done).toList();
    }

    private void take(LetterEvent event, Instant at, @Nullable String by) {
        state = after(event, at);
        steps.add(new Letter.Step(state, at, by));
    }

    private LetterState after(LetterEvent event, Instant at) {
        return switch (event) {
            case LetterDrafted e -> {
                drafted = e;
                returned = null;
                yield LetterState.DRAFT;
            }
            case LetterSubmitted e -> LetterState.SUBMITTED;
            case LetterReturned e -> {
                returned = e.reason().clear();
                signature = null;
                signatories = List.of();
                scan = null;
                yield LetterState.RETURNED;
            }
            case LetterSigned e -> {
                signature = e.signature();
                signatories = signatories(e);
                scan = e.scan();
                yield LetterState.SIGNED;
            }
            case LetterNumbered e -> {
                numbered = e;
                yield LetterState.NUMBERED;
            }
            case LetterSent e -> {
                sentOn = e.sentOn();
                way = e.way();
                trace = clear(e.trace());
                yield LetterState.SENT;
            }
            case LetterDelivered e -> delivered(e, at);
            case LetterRecalled e -> {
                recalled = e.reason().clear();
                yield LetterState.RECALLED;
            }
            case LetterReplaced e -> {
                replacedBy = e.replacement();
                yield LetterState.REPLACED;
            }
            case LetterDiscarded e -> LetterState.DISCARDED;
        };
    }

    private LetterState delivered(LetterDelivered e, Instant at) {
        deliveredOn = e.deliveredOn();
        receiver = clear(e.receiver());
        late = e.deliveredOn().isBefore(DueDate.dayOf(at));
        opened = e.opened();
        return LetterState.DELIVERED;
    }

    private Letter done() {
        return new Letter(
                drafted.letter(),
                drafted.petition(),
                drafted.unit(),
                drafted.template(),
                drafted.edition(),
                state,
                drafted.draft(),
                drafted.replaces(),
                replacedBy,
                new LetterText(
                        drafted.subject().clear(),
                        drafted.addressee().clear(),
                        drafted.body().clear(),
                        drafted.recipients().clear()),
                returned,
                signature,
                signatories,
                scan,
                numbered == null ? null : numbered.number(),
                numbered == null ? null : numbered.issuedOn(),
                numbered == null ? null : numbered.file(),
                numbered == null ? null : numbered.sha256(),
                sentOn,
                way,
                trace,
                deliveredOn,
                receiver,
                late,
                opened,
                recalled,
                steps);
    }

    private static List<Letter.Signatory> signatories(LetterSigned e) {
        if (e.signatories() == null) return List.of();
        return e.signatories().stream()
                .map(one -> new Letter.Signatory(one.place(), one.name().clear(), clear(one.refusal())))
                .toList();
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }
}
