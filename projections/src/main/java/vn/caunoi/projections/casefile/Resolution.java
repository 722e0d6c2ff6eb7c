package vn.caunoi.projections.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.DecisionEffect;

/**
 * The resolution in its last draft, and what became of it.
 *
 * @param returned why the head sent it back; null after the next draft
 */
public record Resolution(
        int draft,
        Conclusion conclusion,
        DecisionEffect effect,
        String text,
        String legalBasis,
        @Nullable String damages,
        OfficerId draftedBy,
        @Nullable OfficerId approvedBy,
        @Nullable String returned,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate sentOn,
        @Nullable String recipients,
        @Nullable LocalDate publishedOn,
        @Nullable String way,
        @Nullable String place)
        implements Part {

    /** Without whom it was sent to. */
    Resolution withoutPeople() {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                approvedBy,
                returned,
                number,
                issuedOn,
                sentOn,
                null,
                publishedOn,
                way,
                place);
    }

    Resolution notApproved() {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                null,
                returned,
                number,
                issuedOn,
                sentOn,
                recipients,
                publishedOn,
                way,
                place);
    }

    Resolution approved(OfficerId by) {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                by,
                null,
                number,
                issuedOn,
                sentOn,
                recipients,
                publishedOn,
                way,
                place);
    }

    Resolution returned(String reasons) {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                null,
                reasons,
                number,
                issuedOn,
                sentOn,
                recipients,
                publishedOn,
                way,
                place);
    }

    Resolution issued(String as, LocalDate on) {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                approvedBy,
                null,
                as,
                on,
                sentOn,
                recipients,
                publishedOn,
                way,
                place);
    }

    Resolution sent(LocalDate on, String to) {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                approvedBy,
                returned,
                number,
                issuedOn,
                on,
                to,
                publishedOn,
                way,
                place);
    }

    Resolution published(LocalDate on, String how, @Nullable String where) {
        return new Resolution(
                draft,
                conclusion,
                effect,
                text,
                legalBasis,
                damages,
                draftedBy,
                approvedBy,
                returned,
                number,
                issuedOn,
                sentOn,
                recipients,
                on,
                how,
                where);
    }
}
