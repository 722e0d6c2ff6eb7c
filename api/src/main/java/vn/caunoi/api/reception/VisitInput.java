package vn.caunoi.api.reception;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput.Petitioner;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.Way;

/**
 * A visit or call as it is told, nothing checked yet.
 *
 * @param occurred when they were received; now when left out
 * @param unit the unit that received; the caller's own when left out
 * @param people how many came; as many as are named when left out
 * @param settledBy the body that already settled the matter
 * @param callBack until when a call-back was promised
 * @param sitting the leader's reception day
 */
public record VisitInput(
        @Schema(implementation = Way.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String way,

        @Nullable Instant occurred,
        @Nullable String unit,

        @Schema(implementation = IdentityCheck.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String identity,

        @Nullable Integer people,
        @Schema(implementation = Kind.class) @Nullable String matter,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 500) @Nullable String subject,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 20000) @Nullable String statement,

        @Nullable String settledBy,
        @Nullable Boolean urgent,
        @Nullable Instant callBack,
        @Nullable String sitting,
        @Nullable List<@Nullable Petitioner> visitors,
        @Nullable List<@Nullable Brought> papers) {

    /** The same at another moment. */
    public VisitInput at(Instant moment) {
        return new VisitInput(
                way, moment, unit, identity, people, matter, subject, statement, settledBy, urgent, callBack, sitting,
                visitors, papers);
    }

    /** A paper that was brought.
     * @param form {@code COPY} when left out */
    @Schema(name = "BroughtPaper")
    public record Brought(
            @Nullable String name,

            @Schema(implementation = Paper.Form.class) @Nullable String form) {}
}
