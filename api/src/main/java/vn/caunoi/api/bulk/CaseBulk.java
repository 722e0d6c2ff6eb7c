package vn.caunoi.api.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * The same with many cases, one after the other: each by itself, so that one that is refused leaves the others alone, and
 * each once for one form. A form that is sent again answers what became of each before.
 */
@Component
public class CaseBulk {

    /** At once, at the most. */
    public static final int MOST = 200;

    private static final int LONGEST = 64;

    private final VisibleCases visible;
    private final BulkRows rows;
    private final Problems problems;

    CaseBulk(VisibleCases visible, BulkRows rows, Problems problems) {
        this.visible = visible;
        this.rows = rows;
        this.problems = problems;
    }

    /** Those that are there for somebody, each once. */
    public List<CaseFile> chosen(Collection<String> ids, Actor by) {
        return ids.stream()
                .distinct()
                .limit(MOST)
                .map(id -> find(id, by))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param form the same for what is sent once, of at most 64 characters */
    public List<BulkResult> each(String form, Collection<String> ids, Consumer<String> act, Actor by, Locale locale) {
        List<String> each = ids.stream().distinct().toList();
        if (each.isEmpty()) throw Input.refusal("case", "required", "must be given");
        if (each.size() > MOST) throw Input.refusal("case", "too-many", "at most " + MOST + " at once");
        if (form.isBlank() || form.length() > LONGEST || form.indexOf('\0') >= 0)
            throw Input.refusal("form", "malformed", "is not the key of a form");
        List<BulkResult> results = new ArrayList<>();
        for (String id : each) results.add(one(form, id, act, by, locale));
        return results;
    }

    private BulkResult one(String form, String id, Consumer<String> act, Actor by, Locale locale) {
        CaseFile file = find(id, by).orElse(null);
        if (file == null) return missing(locale);
        var key = new BulkRows.Key(form, by.id(), file.id());
        if (!rows.take(key)) {
            BulkRows.Outcome before = rows.outcome(key);
            return of(file, Boolean.TRUE.equals(before.done()), true, before.why());
        }
        String refused = refused(id, act, locale);
        rows.settle(key, refused);
        return of(file, refused == null, false, refused);
    }

    private @Nullable String refused(String id, Consumer<String> act, Locale locale) {
        try {
            act.accept(id);
            return null;
        } catch (Refusal refusal) {
            return refusal.violations().isEmpty()
                    ? problems.message(refusal.reason(), locale)
                    : problems.message(refusal.violations().getFirst(), locale);
        }
    }

    private Optional<CaseFile> find(String id, Actor by) {
        try {
            return Optional.of(visible.find(id, by));
        } catch (NotFound none) {
            return Optional.empty();
        }
    }

    private BulkResult missing(Locale locale) {
        return new BulkResult(
                null,
                null,
                false,
                false,
                problems.of(ProblemKind.NOT_FOUND, locale).detail());
    }

    private static BulkResult of(CaseFile file, boolean done, boolean again, @Nullable String why) {
        return new BulkResult(file.id().value(), file.code(), done, again, why);
    }
}
