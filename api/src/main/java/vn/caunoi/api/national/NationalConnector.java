package vn.caunoi.api.national;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way petitions go to the national database. A file that somebody carries over is the one shipped; a bean of this type
 * takes its place.
 */
public interface NationalConnector {

    /** A permanent word, kept with each petition that went this way. */
    String name();

    /**
     * Hands a batch over. Sent again with the same name it must not be doubled there.
     *
     * @throws IOException when it could not be handed over; then nothing counts as sent
     */
    Handed hand(Batch batch) throws IOException;

    /**
     * @param name unlike any other batch's
     * @param headings of the columns
     * @param lines in their order, a cell for each heading
     */
    record Batch(String name, List<String> headings, List<Line> lines) {}

    /** @param code of the petition here, by which its answer comes back */
    record Line(String code, List<String> cells) {}

    /** @param answers those that were given at once; others come later by file */
    record Handed(List<Answer> answers) {}

    /** @param number given there; null when refused */
    record Answer(
            String code,
            @Nullable String number,
            @Nullable String refused,
            @Nullable LocalDate answeredOn) {}
}
