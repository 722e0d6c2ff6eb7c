package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.SendingWay;
import vn.caunoi.core.petition.Signature;

/** What can be asked of letters, nothing checked yet. */
public interface LetterInput {

    /**
     * @param template id of a form; what is left out of the text is filled from the case
     * @param replaces id of a numbered letter in whose place it is to stand
     */
    @Schema(name = "LetterDraft")
    record Draft(
            @Nullable String template,
            @Nullable String replaces,
            @Nullable String subject,
            @Nullable String addressee,
            @Nullable String body,
            @Nullable String recipients)
            implements LetterInput {}

    /**
     * Somebody who signed a paper, or did not.
     *
     * @param place as the form calls it; {@code refusal}: why it was not signed
     */
    @Schema(name = "LetterSignatory")
    record Signed(
            @Nullable String place,
            @Nullable String name,
            @Nullable String refusal) {}

    /**
     * What is done with a letter; the rest is left out.
     *
     * @param draft number of the draft that was seen; the last one when left out
     * @param as in which capacity it is signed; as the signer may when left out
     * @param name of the signer; of a signed paper only
     * @param title of who stands in for a head that is away, where none was recorded
     * @param signatories of a paper that several sign, one for each place of the form
     * @param scan id of an uploaded file: the paper as it was signed
     * @param sentOn today when left out, as is {@code deliveredOn}
     */
    @Schema(name = "LetterOrder")
    record Order(
            @Nullable Integer draft,
            @Nullable String subject,
            @Nullable String addressee,
            @Nullable String body,
            @Nullable String recipients,
            @Nullable String reason,

            @Schema(implementation = Signature.As.class) @Nullable String as,

            @Nullable String title,
            @Nullable String name,
            @Nullable List<@Nullable Signed> signatories,
            @Nullable String scan,
            @Nullable LocalDate sentOn,

            @Schema(implementation = SendingWay.class) @Nullable String way,

            @Nullable String trace,
            @Nullable LocalDate deliveredOn,
            @Nullable String receiver)
            implements LetterInput {}
}
