package vn.caunoi.api.filter;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/**
 * Keeps questions of people by name. One of the same name replaces the one before. A head shares some with the unit; what
 * is found by them is still what their reader may see.
 */
@Component
public class FilterDesk {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 50;

    private final FilterRows rows;

    FilterDesk(FilterRows rows) {
        this.rows = rows;
    }

    /** By name; those of the unit after the reader's own. */
    public List<SavedFilter> of(Actor reader, FilteredList list) {
        return rows.of(reader, list).stream()
                .map(row -> shown(row, reader))
                .sorted(Comparator.comparing((SavedFilter one) -> one.unit() != null)
                        .thenComparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(SavedFilter::id))
                .toList();
    }

    /** The one the reader begins with. */
    public Optional<SavedFilter> first(Actor reader, FilteredList list) {
        return of(reader, list).stream().filter(SavedFilter::first).findFirst();
    }

    /** @param query as it stands in an address */
    public SavedFilter keep(
            FilteredList list, @Nullable String name, @Nullable String query, boolean shared, boolean first, Actor by) {
        Input input = new Input();
        String called = input.required("name", name, LONGEST_NAME);
        String given = input.optional("query", query, LONGEST_QUERY);
        input.mustBeValid();
        if (shared && !by.is(Role.HEAD)) throw Refusal.because(Reason.NOT_ALLOWED);
        String kept = checked(list, given == null ? "" : given, by);
        List<FilterRows.Row> own = rows.of(by, list).stream()
                .filter(row -> row.owner().equals(by.id().value()))
                .toList();
        Optional<FilterRows.Row> same = own.stream()
                .filter(row -> row.kept().name().equalsIgnoreCase(called))
                .findFirst();
        if (same.isEmpty() && own.size() >= MOST)
            throw Input.refusal("name", "too-many", "at most " + MOST + " are kept");
        String id =
                same.map(FilterRows.Row::id).orElseGet(() -> UUID.randomUUID().toString());
        boolean sealed = rows.keep(id, list, by, shared ? by.unit().value() : null, new FilterRows.Kept(called, kept));
        if (!sealed) throw Refusal.because(Reason.DATA_ERASED);
        if (first) rows.beginWith(id, list, by);
        return shown(rows.find(id, by).orElseThrow(NotFound::new), by);
    }

    /** To begin with from now on; not any more when it was. */
    public SavedFilter begin(String id, boolean with, Actor by) {
        FilterRows.Row row = rows.find(id, by).orElseThrow(NotFound::new);
        if (with || row.first()) rows.beginWith(with ? id : null, row.list(), by);
        return shown(rows.find(id, by).orElseThrow(NotFound::new), by);
    }

    public FilteredList delete(String id, Actor by) {
        FilterRows.Row row = rows.find(id, by).orElseThrow(NotFound::new);
        if (!mayDelete(row, by)) throw Refusal.because(Reason.NOT_ALLOWED);
        rows.delete(id);
        return row.list();
    }

    /** Its own, and for a head what is shared with the unit, whoever shared it. */
    private static boolean mayDelete(FilterRows.Row row, Actor by) {
        return row.owner().equals(by.id().value()) || by.is(Role.HEAD);
    }

    private static SavedFilter shown(FilterRows.Row row, Actor reader) {
        return new SavedFilter(
                row.id(),
                row.list(),
                row.kept().name(),
                row.kept().query(),
                row.unit() == null ? null : new UnitId(row.unit()),
                new OfficerId(row.owner()),
                row.first(),
                mayDelete(row, reader));
    }

    /** The parameters of the list alone, each once; refused when the list would refuse them. */
    private static String checked(FilteredList list, String query, Actor by) {
        Map<String, String> parameters = parameters(list, query);
        if (parameters.isEmpty()) throw Input.refusal("query", "required", "must be given");
        if (list == FilteredList.INBOX) {
            var unusedOverdue = Asked.yesOrNo("overdue", parameters.get("overdue"));
            var unusedHeld = Asked.yesOrNo("held", parameters.get("held"));
            var unusedKey = Asked.text("key", parameters.get("key"));
        }
        if (list == FilteredList.CASES) {
            Map<String, @Nullable String> all = new LinkedHashMap<>(parameters);
            var unused = new SearchInput(
                            all.get("stage"),
                            all.get("kind"),
                            all.get("status"),
                            all.get("unit"),
                            all.get("assignee"),
                            all.get("category"),
                            all.get("channel"),
                            all.get("place"),
                            all.get("waiting"),
                            all.get("overdue"),
                            all.get("escalated"),
                            all.get("from"),
                            all.get("to"),
                            all.get("q"),
                            all.get("name"))
                    .filter(by);
        }
        return written(parameters);
    }

    /** What of a query belongs to the list, as it stands in an address; empty when it cannot be read. */
    public static String plain(FilteredList list, String query) {
        try {
            return written(parameters(list, query));
        } catch (Refusal unreadable) {
            return "";
        }
    }

    /** Whether a kept query is for the cases of a unit. */
    boolean asksFor(FilteredList list, String query, UnitId unit) {
        return unit.value().equals(parameters(list, query).get("unit"));
    }

    private static String written(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> parameters(FilteredList list, String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String plain = query.startsWith("?") ? query.substring(1) : query;
        UriComponentsBuilder.newInstance().query(plain).build().getQueryParams().forEach((name, values) -> {
            String value = Objects.requireNonNullElse(values.getFirst(), "");
            if (list.takes(name) && !value.isBlank()) parameters.put(name, decoded(value));
        });
        return parameters;
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw Input.refusal("query", "malformed", "is not valid");
        }
    }
}
