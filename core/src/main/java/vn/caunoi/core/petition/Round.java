package vn.caunoi.core.petition;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.RoundEvent.*;

/**
 * What the present round of settling has found.
 *
 * @param results by point, as last verified
 * @param drafts how many drafts there were
 * @param conclusion of the last draft
 */
record Round(
        SortedMap<Integer, Conclusion> results,
        int drafts,
        @Nullable Conclusion conclusion) {

    static final Round NONE = new Round(new TreeMap<>(), 0, null);

    Round after(RoundEvent event) {
        return switch (event) {
            case PetitionVerified e -> verified(e);
            case ResolutionDrafted e -> new Round(results, e.draft(), e.conclusion());
            case DialogueConvened e -> this;
            case DialogueHeld e -> this;
            case DialogueNotAttended e -> this;
            case ResolutionApproved e -> this;
            case ResolutionReturned e -> this;
            case ResolutionIssued e -> this;
            case ResolutionSent e -> this;
            case PetitionPublished e -> this;
        };
    }

    Round after(AnswerEvent event) {
        return event instanceof AnswerEvent.AnswerDrafted e ? new Round(results, e.draft(), conclusion) : this;
    }

    /** Whether demand and finding differ on a point that still stands (LKN Đ30.1). */
    boolean differs(SortedSet<Integer> standing) {
        return standing.stream().anyMatch(point -> results.get(point) != Conclusion.RIGHT);
    }

    private Round verified(PetitionVerified e) {
        var found = new TreeMap<Integer, Conclusion>();
        e.findings().forEach(finding -> found.put(finding.point(), finding.result()));
        return new Round(found, drafts, conclusion);
    }
}
