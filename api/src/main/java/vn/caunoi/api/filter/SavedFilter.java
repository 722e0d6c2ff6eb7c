package vn.caunoi.api.filter;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;

/**
 * A question somebody keeps.
 *
 * @param query parameters of the list, as they stand in an address
 * @param unit whose people it is shared with; null for its owner alone
 * @param first whether the reader begins with it
 * @param deletable whether the reader may take it away
 */
@Schema(name = "SavedFilter")
public record SavedFilter(
        String id,
        FilteredList list,
        String name,
        String query,
        @Nullable UnitId unit,
        OfficerId by,
        boolean first,
        boolean deletable) {

    /** Where it leads. */
    @JsonIgnore
    public String address() {
        return list.address(query);
    }
}
