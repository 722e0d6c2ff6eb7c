package vn.caunoi.projections.consult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.CountedDay;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.ConsultState;
import vn.caunoi.core.petition.PetitionId;

/**
 * A request for an opinion in clear, as its case's record tells it.
 *
 * @param asking whose case it was, and {@code officer} who asked
 * @param unit of the house that was asked; null for a {@code body} outside
 * @param papers files of the case that it shows
 * @param rule row of the deadline table, or {@code by-hand}
 * @param missed whether the last day passed without an answer
 * @param level to whom it rose, {@code raisedTo} that unit
 * @param link number of the last link, {@code linkUntil} when it expires; null once it was revoked
 * @param mailedAt when it went out by e-mail last; {@code mailProblem} why it did not
 * @param answer the opinion, with {@code files}; {@code name} who gave it for a body outside
 * @param by who answered or declined here, or wrote it down; null by link
 * @param reason why it was declined or taken back
 */
public record Consult(
        ConsultId id,
        PetitionId petition,
        UnitId asking,
        OfficerId officer,
        @Nullable UnitId unit,
        @Nullable String body,
        @Nullable String email,
        String question,
        List<String> papers,
        ConsultState state,
        Instant askedAt,
        Instant due,
        String rule,
        String source,
        List<CountedDay> explanation,
        boolean near,
        boolean missed,
        int level,
        @Nullable UnitId raisedTo,
        int link,
        @Nullable Instant linkUntil,
        @Nullable Instant mailedAt,
        @Nullable String mailProblem,
        @Nullable String answer,
        List<String> files,
        @Nullable String name,
        @Nullable OfficerId by,
        @Nullable LocalDate answeredOn,
        @Nullable Instant endedAt,
        boolean late,
        @Nullable String reason) {

    public Consult {
        papers = List.copyOf(papers);
        files = List.copyOf(files);
        explanation = List.copyOf(explanation);
    }

    public boolean isOutside() {
        return unit == null;
    }
}
