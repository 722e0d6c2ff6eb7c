package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.FactNames.set;
import static vn.caunoi.core.petition.FactNames.takeAway;

import java.util.Map;

/** What answering a proposal or feedback adds to the facts. */
final class AnswerFacts {

    private AnswerFacts() {}

    static void fold(Map<String, Object> next, AnswerEvent event) {
        switch (event) {
            case AnswerEvent.AnswerDrafted e -> {
                set(next, "drafted");
                next.put("approved", false);
                next.put("draft", (long) e.draft());
            }
            case AnswerEvent.AnswerApproved e -> set(next, "approved");
            case AnswerEvent.AnswerReturned e -> {
                next.put("drafted", false);
                next.put("approved", false);
            }
            case AnswerEvent.AnswerSent e -> set(next, "answered");
            case AnswerEvent.AnswerPublished e -> set(next, "published");
            case AnswerEvent.AnswerUnpublished e -> next.put("published", false);
            case AnswerEvent.ProgressReported e -> {}
            case AnswerEvent.AnswerUnsuitable e -> takeAway(next, e.undone());
        }
    }
}
