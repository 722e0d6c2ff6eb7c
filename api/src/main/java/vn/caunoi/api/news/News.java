package vn.caunoi.api.news;

import java.util.List;
import java.util.function.Predicate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.inbox.Inbox;

/**
 * What came up to a position of the record.
 *
 * @param stale what came before that is not known any more
 */
record News(long position, boolean stale, List<Item> items) {

    /** One task; {@code by} who gave it. */
    record Item(Inbox.Whose task, String by) {

        /** Whether it is new work for somebody: nobody is told of what they did themselves. */
        boolean concerns(Actor reader) {
            return !by.equals(reader.id().value()) && task.isFor(reader);
        }
    }

    static News unknownBefore(long position) {
        return new News(position, true, List.of());
    }

    List<String> heldBy(Actor reader) {
        return tasks(reader, item -> reader.id().equals(item.task().assignee()));
    }

    List<String> offeredTo(Actor reader) {
        return tasks(reader, item -> item.task().assignee() == null);
    }

    private List<String> tasks(Actor reader, Predicate<Item> which) {
        return items.stream()
                .filter(item -> item.concerns(reader))
                .filter(which)
                .map(item -> item.task().task().value())
                .distinct()
                .toList();
    }
}
