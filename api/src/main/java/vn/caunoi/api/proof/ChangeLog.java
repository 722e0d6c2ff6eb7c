package vn.caunoi.api.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.changes.ChangeTopic;
import vn.caunoi.projections.changes.Changes;

/** One log of all that was changed in the house: who, when, what it was before and what it is since. */
@Component
public class ChangeLog {

    /** The topic of accounts, which are no part of the record. */
    public static final String ACCOUNT = "ACCOUNT";

    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::at).thenComparing(Entry::id).reversed();
    private static final Set<String> ENDINGS =
            Set.of("routing.row-removed", "category.retired", "signing-power.ended", "directory.unit-ended");

    private final Changes changes;
    private final AccountChanges accounts;

    ChangeLog(Changes changes, AccountChanges accounts) {
        this.changes = changes;
        this.accounts = accounts;
    }

    /**
     * Which changes; null leaves open.
     *
     * @param topic one of {@link ChangeTopic}, or {@link #ACCOUNT}
     * @param from inclusive; {@code to} exclusive
     */
    public record Filter(
            @Nullable String topic,
            @Nullable String by,
            @Nullable Instant from,
            @Nullable Instant to) {

        private Changes.Filter ofRecord() {
            return new Changes.Filter(
                    topic == null || isOfAccounts() ? null : ChangeTopic.valueOf(topic), by, from, to);
        }

        private boolean isOfAccounts() {
            return ACCOUNT.equals(topic);
        }
    }

    /**
     * One change.
     *
     * @param name logical name of the event; {@code account.opened} and the like for accounts
     * @param by null when nobody was named
     */
    public record Entry(
            String id,
            String topic,
            String subject,
            String name,
            Instant at,
            @Nullable String by,
            List<Value> values) {}

    /** What was said of one thing before and is since; null where nothing was. */
    public record Value(
            String key, @Nullable Object before, @Nullable Object now) {}

    /** The newest first. */
    public Page<Entry> newest(Filter filter, @Nullable String cursor, int limit) {
        Cursor after = cursor == null ? Cursor.END : Cursor.parse(cursor);
        Stream<Entry> ofRecord = filter.isOfAccounts()
                ? Stream.of()
                : changes.newest(filter.ofRecord(), after, limit + 1).stream().map(ChangeLog::entry);
        Stream<Entry> ofAccounts = filter.topic() != null && !filter.isOfAccounts()
                ? Stream.of()
                : accounts.newest(filter.ofRecord(), after, limit + 1).stream().map(ChangeLog::entry);
        List<Entry> rows = Stream.concat(ofRecord, ofAccounts)
                .sorted(NEWEST_FIRST)
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, last -> new Cursor(last.at(), last.id()));
    }

    private static Entry entry(AccountChanges.Row row) {
        return new Entry(row.id(), ACCOUNT, row.account(), "account." + row.what(), row.at(), row.by(), List.of());
    }

    private static Entry entry(Changes.Change change) {
        return new Entry(
                change.id(),
                change.topic().name(),
                change.subject(),
                change.name(),
                change.at(),
                change.by(),
                values(change));
    }

    /** What is otherwise than before; of what ended, all that it was. */
    private static List<Value> values(Changes.Change change) {
        Map<String, Object> before = change.before();
        Set<String> keys = new LinkedHashSet<>(change.data().keySet());
        if (ENDINGS.contains(change.name())) keys.addAll(before.keySet());
        List<Value> values = new ArrayList<>();
        for (String key : keys) {
            Object was = before.get(key);
            Object is = change.data().get(key);
            if (!Objects.equals(was, is)) values.add(new Value(key, was, is));
        }
        return values;
    }
}
