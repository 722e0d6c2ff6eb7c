package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.petition.Milestone;

/**
 * How a proposal or feedback is answered.
 *
 * @param answer in its last draft; null before, and after one that was sent was returned
 * @param sent when the citizen got it
 * @param published what everybody may read of it
 * @param news what the citizen was told while it was late, oldest first
 * @param unsuitable the answers that were returned, oldest first
 */
public record Answering(
        @Nullable Answer answer,
        @Nullable Sent sent,
        @Nullable Published published,
        List<News> news,
        List<Unsuitable> unsuitable)
        implements Part {

    static final Answering NOTHING = new Answering(null, null, null, List.of(), List.of());

    /** @param returned why the head did not approve it; null after the next draft */
    public record Answer(
            int draft,
            String text,
            OfficerId draftedBy,
            @Nullable OfficerId approvedBy,
            @Nullable String returned) {}

    public record Sent(LocalDate on, @Nullable String number) {}

    public record Published(
            LocalDate on, String way, @Nullable String place, String question, String answer) {}

    public record News(String text, LocalDate expectedOn, Instant at) {}

    /** @param answer the text that was returned; null where it was not drafted here */
    public record Unsuitable(@Nullable String answer, String reason, boolean byCitizen, Instant at) {}

    Answering drafted(int draft, String text, OfficerId by) {
        return with(new Answer(draft, text, by, null, null));
    }

    Answering approved(OfficerId by) {
        return answer == null ? this : with(new Answer(answer.draft, answer.text, answer.draftedBy, by, null));
    }

    Answering returned(String reasons) {
        return answer == null ? this : with(new Answer(answer.draft, answer.text, answer.draftedBy, null, reasons));
    }

    Answering sent(Sent how) {
        return new Answering(answer, how, published, news, unsuitable);
    }

    Answering published(Published what) {
        return new Answering(answer, sent, what, news, unsuitable);
    }

    Answering unpublished() {
        return new Answering(answer, sent, null, news, unsuitable);
    }

    Answering told(News one) {
        return new Answering(answer, sent, published, plus(news, one), unsuitable);
    }

    Answering unsuitable(Unsuitable one) {
        return new Answering(answer, sent, published, news, plus(unsuitable, one));
    }

    /** Takes out what no longer stands. */
    Answering without(Set<Milestone> undone) {
        Answer left = undone.contains(Milestone.DRAFTED) ? null : answer;
        if (left != null && undone.contains(Milestone.APPROVED)) {
            left = new Answer(left.draft, left.text, left.draftedBy, null, left.returned);
        }
        return new Answering(
                left,
                undone.contains(Milestone.ANSWERED) ? null : sent,
                undone.contains(Milestone.PUBLISHED) ? null : published,
                news,
                unsuitable);
    }

    private Answering with(Answer now) {
        return new Answering(now, sent, published, news, unsuitable);
    }
}
