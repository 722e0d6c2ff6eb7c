package vn.caunoi.projections.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.DecisionEffect;
import vn.caunoi.core.petition.Origin;

/**
 * The resolution in its last draft, and what became of it.
 *
 * @param draft 0 when it was made in a former register, of which only number, day and conclusion are known
 * @param effect null then
 * @param returned why the head sent it back; null after the next draft
 */
public record Resolution(
        int draft,
        Conclusion conclusion,
        @Nullable DecisionEffect effect,
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

    /** Made in a former register. */
    static Resolution elsewhere(Conclusion conclusion) {
        return new Resolution(
                0,
                conclusion,
                null,
                "",
                "",
                null,
                new OfficerId(Origin.IMPORTER),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

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
