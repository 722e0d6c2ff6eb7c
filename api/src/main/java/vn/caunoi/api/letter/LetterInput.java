package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
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
     * What is done with a letter; the rest is left out.
     *
     * @param draft number of the draft that was seen; the last one when left out
     * @param as in which capacity it is signed, {@code HEAD} when left out; {@code title} of who signs for the head
     * @param name of the signer; the account's when left out
     * @param authority document by which a delegate signs
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
            @Nullable String authority,
            @Nullable String scan,
            @Nullable LocalDate sentOn,

            @Schema(implementation = SendingWay.class) @Nullable String way,

            @Nullable String trace,
            @Nullable LocalDate deliveredOn,
            @Nullable String receiver)
            implements LetterInput {}
}
