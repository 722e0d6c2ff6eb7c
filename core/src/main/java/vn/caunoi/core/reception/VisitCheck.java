package vn.caunoi.core.reception;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Refusal.Violation;

/** What must be right of a visit before it is entered; all that is wrong is told at once. */
final class VisitCheck {

    private static final Duration FARTHEST = Duration.ofDays(3_660);
    private static final String FAR_AHEAD = "lies more than ten years ahead";

    private final Heard heard;
    private final CrowdRule rule;
    private final List<Violation> violations = new ArrayList<>();

    VisitCheck(Heard heard, CrowdRule rule) {
        this.heard = heard;
        this.rule = rule;
    }

    void check(Instant now, @Nullable Instant callBack) {
        if (heard.occurred().isAfter(now)) throw Refusal.because(Reason.IN_THE_FUTURE);
        if (heard.visitors().isEmpty()) wrong("visitors", "required", "must name somebody");
        if (heard.people() < heard.visitors().size()) wrong("people", "too-small", "is less than those who are named");
        if (rule.isCrowd(heard.people())) checkRepresentatives();
        if (callBack != null) checkCallBack(callBack, now);
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
    }

    private void checkRepresentatives() {
        long named = heard.visitors().stream()
                .filter(one -> one.role() == PersonRole.REPRESENTATIVE)
                .count();
        if (named == 0) wrong("visitors", "no-representative", "must name who represents the crowd");
        int most = rule.most(heard.people());
        if (named > most) wrong("visitors", "too-many-representatives", "may be represented by at most " + most);
    }

    private void checkCallBack(Instant callBack, Instant now) {
        if (callBack.isBefore(heard.occurred())) wrong("callBack", "too-early", "lies before the call");
        if (isFarAhead(callBack, now)) wrong("callBack", "out-of-bounds", FAR_AHEAD);
        boolean reachable = heard.visitors().stream().anyMatch(one -> one.phone() != null);
        if (!reachable) wrong("visitors[0].phone", "required", "is needed to call back");
    }

    /** Refused when what is promised lies so far ahead that it is a slip. */
    static void mustNotBeFarAhead(String field, Instant promised, Instant now) {
        if (isFarAhead(promised, now)) throw Refusal.because(Reason.INVALID_INPUT, field, "out-of-bounds", FAR_AHEAD);
    }

    private static boolean isFarAhead(Instant promised, Instant now) {
        return promised.isAfter(now.plus(FARTHEST));
    }

    private void wrong(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }
}
