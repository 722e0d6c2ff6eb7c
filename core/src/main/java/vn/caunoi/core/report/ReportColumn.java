package vn.caunoi.core.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of a report, with what it counts.
 *
 * @param id permanent word within its table
 * @param any what is counted in any of these ways is counted once
 * @param except what is counted in any of these ways is not
 * @param people whether the people are counted and not the visits
 * @param over for a share: the numbers of the same table above the line; {@code under} those below it
 * @param typed not known here: written in by who submits; of what is counted, that it may be corrected with a reason
 * @param mark how sure the definition is: {@code S}, {@code S-}, {@code M+}, {@code M?} or {@code X}; null as its table
 */
public record ReportColumn(
        String id,
        String vi,
        String en,
        List<Counted> any,
        List<Counted> except,
        boolean people,
        List<String> over,
        List<String> under,
        boolean typed,
        @Nullable String mark,
        @Nullable String noteVi,
        @Nullable String noteEn) {

    public ReportColumn {
        Objects.requireNonNull(id, "a number has an id");
        any = some(any);
        except = some(except);
        over = some(over);
        under = some(under);
        boolean written = typed && any.isEmpty();
        int ways = (any.isEmpty() ? 0 : 1) + (over.isEmpty() || under.isEmpty() ? 0 : 1) + (written ? 1 : 0);
        if (ways != 1) throw new IllegalArgumentException(id + " is counted, a share, or typed");
    }

    private static <T> List<T> some(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    /** Whether nothing is counted and a person has to write it in. */
    @JsonIgnore
    public boolean isWritten() {
        return typed && any.isEmpty();
    }

    /** Whether it is counted, and who submits may put something else with a reason. */
    @JsonIgnore
    public boolean isCorrectable() {
        return typed && !any.isEmpty();
    }

    public boolean isShare() {
        return !over.isEmpty();
    }

    public boolean isOfDenunciations() {
        return !any.isEmpty() && any.stream().allMatch(Counted::isOfDenunciations);
    }

    public boolean hasDenunciations() {
        return any.stream().anyMatch(Counted::hasDenunciations);
    }
}
