package vn.caunoi.api.draft;

import java.time.Instant;
import java.util.Map;

/**
 * What somebody typed into a form and has not sent.
 *
 * @param typed by the name of the input
 * @param keptAt by the business clock
 */
public record Draft(Map<String, String> typed, Instant keptAt) {
    public Draft {
        typed = Map.copyOf(typed);
    }
}
