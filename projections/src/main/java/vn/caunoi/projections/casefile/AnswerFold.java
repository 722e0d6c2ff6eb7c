package vn.caunoi.projections.casefile;

import java.util.Objects;
import java.util.function.UnaryOperator;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.AnswerEvent.*;
import vn.caunoi.projections.Happened;

/** Answering a proposal or feedback. */
final class AnswerFold {
    private AnswerFold() {}

    static void apply(CaseDraft file, AnswerEvent event, Happened<?> r) {
        switch (event) {
            case AnswerDrafted e ->
                change(file, now -> now.drafted(e.draft(), e.answer().clear(), e.by()));
            case AnswerApproved e -> change(file, now -> now.approved(e.by()));
            case AnswerReturned e ->
                change(file, now -> now.returned(e.reasons().clear()));
            case AnswerSent e -> change(file, now -> now.sent(new Answering.Sent(e.sentOn(), e.number())));
            case AnswerUnpublished e -> change(file, Answering::unpublished);
            case AnswerPublished e -> change(file, now -> now.published(published(e)));
            case ProgressReported e ->
                change(file, now -> now.told(new Answering.News(e.progress().clear(), e.expectedOn(), r.at())));
            case AnswerUnsuitable e -> unsuitable(file, e, r);
        }
    }

    private static Answering.Published published(AnswerPublished e) {
        return new Answering.Published(
                e.publishedOn(),
                e.way(),
                e.place(),
                e.question().clear(),
                e.answer().clear());
    }

    private static void unsuitable(CaseDraft file, AnswerUnsuitable e, Happened<?> r) {
        Answering before = file.answering;
        String text = before == null || before.answer() == null
                ? null
                : before.answer().text();
        var one = new Answering.Unsuitable(text, e.reason().clear(), e.byCitizen(), r.at());
        change(file, now -> now.without(e.undone()).unsuitable(one));
    }

    private static void change(CaseDraft file, UnaryOperator<Answering> to) {
        file.answering = to.apply(Objects.requireNonNullElse(file.answering, Answering.NOTHING));
    }
}
