package vn.caunoi.api.officer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;

/** How writes are answered over HTTP. */
final class Answers {

    /** Present and true when readers may not see all that follows from the write yet. */
    static final String PENDING = "Caunoi-Pending";

    /** @param next an open task that follows and is the caller's */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Done")
    record Done(PetitionId petition, long version, @Nullable TaskId next) {}

    private Answers() {}

    static ResponseEntity<Done> of(Written written) {
        return of(written, null);
    }

    static ResponseEntity<Done> of(Written written, @Nullable TaskId next) {
        return header(ResponseEntity.ok(), written).body(new Done(written.petition(), written.version(), next));
    }

    static ResponseEntity.BodyBuilder header(ResponseEntity.BodyBuilder answer, Written written) {
        return written.pending() ? answer.header(PENDING, "true") : answer;
    }
}
