package vn.caunoi.projections.casefile;

import java.util.Optional;
import java.util.function.Function;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.projections.Visibility;

/**
 * What of a case file is there for a reader.
 *
 * @param whole finds other cases as they are, by which it is told whether a link would betray them
 */
record CaseSight(Function<PetitionId, Optional<CaseFile>> whole) {

    /** @param now the case as it stands, by which the reader's rights go */
    CaseFile forReader(CaseFile file, CaseFile now, Visibility to) {
        CaseFile shown = file.kind() == Kind.DENUNCIATION ? denunciation(file, handles(now, to)) : file;
        CaseFile linked = withoutHiddenLinks(shown, to);
        return now.confidential() && !to.identities() ? linked.withoutIdentities() : linked;
    }

    static CaseFile denunciation(CaseFile file, boolean handled) {
        return handled
                ? file.withoutDenouncer()
                : CaseDraft.of(file).withoutMatter().done();
    }

    static boolean handles(CaseFile file, Visibility to) {
        return to.reader() != null && file.isHandledBy(to.reader());
    }

    static boolean isThere(CaseFile file, Visibility to) {
        return to.sees(file.unit()) && !isAbout(file, to);
    }

    private static boolean isAbout(CaseFile file, Visibility to) {
        return to.reader() != null && file.accused().contains(to.reader().id());
    }

    /** A link must not tell of a case that is not there for this reader. */
    private CaseFile withoutHiddenLinks(CaseFile file, Visibility to) {
        if (file.links().isEmpty() || to.reader() == null) return file;
        CaseDraft draft = CaseDraft.of(file);
        draft.links = file.links().stream()
                .filter(link -> !isHidden(link.petition(), link.relation(), to))
                .toList();
        return draft.done();
    }

    boolean isHidden(PetitionEvent event, Visibility to) {
        return event instanceof CaseEvent.PetitionLinked link && isHidden(link.other(), link.relation(), to);
    }

    private boolean isHidden(PetitionId other, Relation relation, Visibility to) {
        return to.reader() != null
                && whole.apply(other)
                        .filter(file -> isAbout(file, to) || betrays(file, relation, to))
                        .isPresent();
    }

    /** Who wrote a complaint from which a denunciation was split denounced: that is for its handlers to know. */
    private static boolean betrays(CaseFile other, Relation relation, Visibility to) {
        if (other.kind() != Kind.DENUNCIATION) return false;
        boolean sameWriter = relation == Relation.SPLIT_FROM || relation == Relation.SPLIT_INTO;
        return !to.sees(other.unit()) || sameWriter && !handles(other, to);
    }
}
