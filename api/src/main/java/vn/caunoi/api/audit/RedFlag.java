package vn.caunoi.api.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.petition.Conclusion;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.HistoryItem;
import vn.caunoi.projections.casefile.Resolution;

/** What an inspector should look at twice. A flag is a question, not a finding: each says on what it rests. */
public enum RedFlag {
    /** A complaint was decided other than demanded, or a second time, without a dialogue (LKN Đ30). */
    NO_DIALOGUE,
    /** A limit was extended when it had passed already. */
    EXTENDED_LATE,
    /** Settling was suspended while a limit was missed. */
    SUSPENDED_LATE,
    /** A decision was not sent within seven days (LKN Đ32). */
    NOT_SENT,
    /** Something was recorded more than ten days after it happened. */
    BACKDATED,
    /** A limit was missed and nobody above was told. */
    UNTOLD,
    /** It was closed and opened again. */
    REOPENED,
    /** Beside a number of one of its letters there are some that no letter has. */
    NUMBERS_SKIPPED,
    /** It was closed and soon after handed in again, by the same about the same. */
    HANDED_IN_ANEW;

    private static final Duration BACKDATED_AFTER = Duration.ofDays(10);
    private static final int DAYS_TO_SEND = 7;

    /**
     * A flag with what it rests on.
     *
     * @param at moment of the event it rests on; {@code what} its name, or what is missing
     * @param with of skipped numbers: which, unit and year of the book, and who let it go on or nothing
     * @param others the cases beside which it shows
     */
    public record Raised(RedFlag flag, Instant at, String what, List<String> with, List<Other> others) {
        public Raised {
            with = List.copyOf(with);
            others = List.copyOf(others);
        }

        Raised(RedFlag flag, Instant at, String what) {
            this(flag, at, what, List.of(), List.of());
        }
    }

    /** Another case. */
    public record Other(PetitionId id, String code) {}

    /** What the case itself shows, in the order of this list. */
    static List<Raised> of(CaseFile file, List<HistoryItem> history, Instant now) {
        List<Raised> raised = new ArrayList<>();
        dialogue(file, history, raised);
        extended(history, raised);
        suspended(history, raised);
        sent(file, now, raised);
        if (file.origin() == null) backdated(history, raised);
        untold(history, raised);
        history.stream()
                .filter(item -> item.type().equals("petition.reopened"))
                .forEach(item -> raised.add(new Raised(REOPENED, item.at(), item.type())));
        return raised;
    }

    private static void dialogue(CaseFile file, List<HistoryItem> history, List<Raised> raised) {
        if (file.kind() != Kind.COMPLAINT || has(history, "petition.dialogue-held")) return;
        boolean differs =
                file.points().stream().anyMatch(point -> point.result() != null && point.result() != Conclusion.RIGHT);
        if (!differs && file.secondRound() == null) return;
        history.stream()
                .filter(item -> item.type().equals("petition.resolution-issued"))
                .findFirst()
                .ifPresent(item -> raised.add(new Raised(NO_DIALOGUE, item.at(), item.type())));
    }

    private static void extended(List<HistoryItem> history, List<Raised> raised) {
        for (HistoryItem item : history) {
            Instant before = item.type().equals("petition.deadline-extended")
                    ? moment(item.data().get("before"))
                    : null;
            if (before != null && item.at().isAfter(before))
                raised.add(new Raised(EXTENDED_LATE, item.at(), item.type()));
        }
    }

    private static void suspended(List<HistoryItem> history, List<Raised> raised) {
        Map<String, Instant> missed = new HashMap<>();
        for (HistoryItem item : history) {
            String stage = Objects.toString(item.data().get("stage"), "");
            switch (item.type()) {
                case "petition.deadline-missed" -> missed.put(stage, item.at());
                case "petition.deadline-met", "petition.deadline-dropped", "petition.deadline-extended" ->
                    missed.remove(stage);
                case "petition.suspended" -> {
                    if (!missed.isEmpty()) raised.add(new Raised(SUSPENDED_LATE, item.at(), item.type()));
                }
                default -> {}
            }
        }
    }

    private static void sent(CaseFile file, Instant now, List<Raised> raised) {
        Resolution resolution = file.resolution();
        LocalDate issued = resolution == null ? null : resolution.issuedOn();
        if (resolution == null || issued == null) return;
        LocalDate last = issued.plusDays(DAYS_TO_SEND);
        LocalDate sent = Objects.requireNonNullElse(resolution.sentOn(), LocalDate.ofInstant(now, BusinessClock.ZONE));
        if (sent.isAfter(last))
            raised.add(new Raised(
                    NOT_SENT, issued.atStartOfDay(BusinessClock.ZONE).toInstant(), "petition.resolution-issued"));
    }

    private static void backdated(List<HistoryItem> history, List<Raised> raised) {
        for (HistoryItem item : history) {
            Instant occurred = item.occurredAt();
            if (occurred != null && Duration.between(occurred, item.at()).compareTo(BACKDATED_AFTER) > 0)
                raised.add(new Raised(BACKDATED, item.at(), item.type()));
        }
    }

    private static void untold(List<HistoryItem> history, List<Raised> raised) {
        if (has(history, "petition.escalated")) return;
        history.stream()
                .filter(item -> item.type().equals("petition.deadline-missed"))
                .findFirst()
                .ifPresent(item -> raised.add(new Raised(UNTOLD, item.at(), item.type())));
    }

    private static boolean has(List<HistoryItem> history, String type) {
        return history.stream().anyMatch(item -> item.type().equals(type));
    }

    private static @Nullable Instant moment(@Nullable Object value) {
        if (value instanceof Instant instant) return instant;
        if (value == null) return null;
        try {
            return OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
