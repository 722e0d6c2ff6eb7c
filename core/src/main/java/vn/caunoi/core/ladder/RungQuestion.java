package vn.caunoi.core.ladder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the ladder.
 *
 * @param kind {@code COMPLAINT, DENUNCIATION, PROPOSAL} or {@code FEEDBACK}; null while none is declared
 * @param stage stage word of the deadline, for example {@code settle_1}
 * @param level 1 the first rung, 2 the one above; 0 for {@link Occasion#APPROACHING}
 * @param on the day by which the row must be in force, Asia/Ho_Chi_Minh
 */
public record RungQuestion(@Nullable String kind, String stage, Occasion occasion, int level, LocalDate on) {}
