package vn.caunoi.core.petition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.LetterEvent.*;

/** Where the letters of a petition stand; nothing of what they say. */
record Letters(Map<String, One> all) {

    static final Letters NONE = new Letters(Map.of());

    /**
     * @param issuedOn day of its number
     * @param deliveredOn as last recorded
     */
    record One(
            LetterState state,
            int draft,
            @Nullable Milestone requires,
            @Nullable String opens,
            @Nullable LetterId replaces,
            String template,
            int edition,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate sentOn,
            @Nullable LocalDate deliveredOn) {

        private One in(LetterState now) {
            return new One(now, draft, requires, opens, replaces, template, edition, issuedOn, sentOn, deliveredOn);
        }

        private One on(LetterState now, @Nullable LocalDate issued, @Nullable LocalDate sent, @Nullable LocalDate got) {
            return new One(now, draft, requires, opens, replaces, template, edition, issued, sent, got);
        }
    }

    Optional<One> find(LetterId id) {
        return Optional.ofNullable(all.get(id.value()));
    }

    Letters after(LetterEvent event) {
        One before = all.get(event.letter().value());
        if (event instanceof LetterDrafted e) return with(e.letter(), begun(e));
        return before == null ? this : with(event.letter(), after(before, event));
    }

    private static One begun(LetterDrafted e) {
        return new One(
                LetterState.DRAFT,
                e.draft(),
                e.requires(),
                e.opens(),
                e.replaces(),
                e.template(),
                e.edition(),
                null,
                null,
                null);
    }

    private static One after(One one, LetterEvent event) {
        return switch (event) {
            case LetterDrafted e -> begun(e);
            case LetterSubmitted e -> one.in(LetterState.SUBMITTED);
            case LetterReturned e -> one.in(LetterState.RETURNED);
            case LetterSigned e -> one.in(LetterState.SIGNED);
            case LetterNumbered e -> one.on(LetterState.NUMBERED, e.issuedOn(), null, null);
            case LetterSent e -> one.on(LetterState.SENT, one.issuedOn(), e.sentOn(), null);
            case LetterDelivered e -> one.on(LetterState.DELIVERED, one.issuedOn(), one.sentOn(), e.deliveredOn());
            case LetterRecalled e -> one.in(LetterState.RECALLED);
            case LetterReplaced e -> one.in(LetterState.REPLACED);
            case LetterDiscarded e -> one.in(LetterState.DISCARDED);
        };
    }

    private Letters with(LetterId id, One one) {
        var more = new LinkedHashMap<>(all);
        more.put(id.value(), one);
        return new Letters(more);
    }
}
