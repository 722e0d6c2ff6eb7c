package vn.caunoi.core.petition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.vault.Sealed;

/**
 * The decision as everybody may read it.
 *
 * @param by who blacked out; null while nobody has
 * @param text without what is blacked out
 */
record Redaction(@Nullable OfficerId by, @Nullable Sealed text, boolean published) {

    static final Redaction NONE = new Redaction(null, null, false);

    Redaction after(CaseEvent event) {
        return switch (event) {
            case CaseEvent.DecisionRedacted e -> new Redaction(e.by(), e.text(), false);
            case CaseEvent.DecisionMadePublic e -> new Redaction(e.redactedBy(), e.text(), true);
            case CaseEvent.DecisionTakenDown e -> NONE;
            case CaseEvent.PetitionReopened e -> unless(e.undone());
            case CaseEvent.PetitionSentBack e -> unless(e.undone());
            case CaseEvent.PetitionReclassified e -> unless(e.undone());
            default -> this;
        };
    }

    private Redaction unless(Set<Milestone> undone) {
        return undone.contains(Milestone.ISSUED) ? NONE : this;
    }
}
