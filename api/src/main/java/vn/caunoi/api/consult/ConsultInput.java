package vn.caunoi.api.consult;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said to ask for an opinion, and to give one. */
public interface ConsultInput {

    /**
     * @param unit of the house; or {@code body} outside, with {@code email} where the link is to be mailed
     * @param papers ids of files of the case; none are shown unless they are chosen
     * @param workingDays for the answer; the table of deadlines when left out
     * @param mail whether the link goes out by e-mail; true when left out and an address is given
     */
    @Schema(name = "ConsultAsked")
    record Ask(
            @Nullable String unit,
            @Nullable String body,
            @Nullable String email,
            @Nullable String question,
            @Nullable List<@Nullable String> papers,
            @Nullable Integer workingDays,
            @Nullable Boolean mail) {}

    /** @param files ids of files uploaded for it; {@code name} and {@code answeredOn} of what came on paper from outside */
    @Schema(name = "ConsultAnswer")
    record Answer(
            @Nullable String text,
            @Nullable List<@Nullable String> files,
            @Nullable String name,
            @Nullable LocalDate answeredOn) {}

    @Schema(name = "ConsultReason")
    record Reason(@Nullable String reason) {}

    /** @param mail whether the new link goes out by e-mail */
    @Schema(name = "ConsultLink")
    record Link(@Nullable Boolean mail) {}
}
