package vn.caunoi.api.bulk;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one case of many.
 *
 * @param petition null where there is no such case for the caller, as is {@code code}
 * @param done whether it was; {@code again} whether that was when the form was sent before
 * @param why it was not, in the caller's language; null where it was, or where that is not known
 */
public record BulkResult(
        @Nullable String petition,
        @Nullable String code,
        boolean done,
        boolean again,
        @Nullable String why) implements Serializable {

    /** Whether it was taken up before and nobody knows what became of it: the case itself tells. */
    public boolean isUnsure() {
        return !done && why == null;
    }
}
