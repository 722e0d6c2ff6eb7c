package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.set;

import java.util.Map;

/** What deadlines add to the facts. */
final class DeadlineFacts {

    private DeadlineFacts() {}

    static void fold(Map<String, Object> next, DeadlineEvent event) {
        next.put("deadline", event.stage());
        switch (event) {
            case DeadlineEvent.DeadlineMissed e -> next.merge("missed", 1L, (had, one) -> (Long) had + (Long) one);
            case DeadlineEvent.DeadlineSet e when e.rule().equals("imported") -> set(next, "importedDeadline");
            case DeadlineEvent.DeadlineMet e when e.stage().equals("process") -> next.put("importedDeadline", false);
            case DeadlineEvent.DeadlineDropped e
            when e.stage().equals("process") -> next.put("importedDeadline", false);
            default -> {}
        }
    }
}
