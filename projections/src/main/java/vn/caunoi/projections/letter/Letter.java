package vn.caunoi.projections.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.FurtherTime;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;

/**
 * A letter in clear, as its case's record tells it.
 *
 * @param draft number of the draft, from 1
 * @param returned why it was given back; null after the next draft
 * @param signatories of a paper that several signed
 * @param scan file of the paper that was signed and stamped
 * @param file the PDF as it was issued; {@code sha256} of it
 * @param trace number of the post, or how it can be followed
 * @param late whether the delivery was recorded on a later day than it happened
 * @param opened the time that its receipt gives the receiver
 * @param steps all that happened to it, the first first
 */
public record Letter(
        LetterId id,
        PetitionId petition,
        UnitId unit,
        String template,
        int edition,
        LetterState state,
        int draft,
        @Nullable LetterId replaces,
        @Nullable LetterId replacedBy,
        LetterText text,
        @Nullable String returned,
        @Nullable Signature signature,
        List<Signatory> signatories,
        @Nullable String scan,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        @Nullable String file,
        @Nullable String sha256,
        @Nullable LocalDate sentOn,
        @Nullable SendingWay way,
        @Nullable String trace,
        @Nullable LocalDate deliveredOn,
        @Nullable String receiver,
        boolean late,
        @Nullable FurtherTime opened,
        @Nullable String recalled,
        List<Step> steps) {

    /** @param by who gave the order */
    public record Step(
            LetterState state, Instant at, @Nullable String by) {}

    /** @param refusal why it was not signed; null when it was */
    public record Signatory(
            String place, String name, @Nullable String refusal) {}

    public Letter {
        signatories = List.copyOf(signatories);
        steps = List.copyOf(steps);
    }
}
