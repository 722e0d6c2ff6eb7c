package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Relation;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Deadline;
import vn.caunoi.projections.letter.Letter;
import vn.caunoi.projections.letter.Letters;

/** When a complaint may be brought a second time (LKN Đ33), and whether it was. */
@Component
public class SecondTime {

    private static final String LODGE = "lodge_2";

    private final Letters letters;
    private final CaseFiles files;
    private final Rules rules;
    private final CalendarInForce calendar;
    private final Clock clock;

    SecondTime(Letters letters, CaseFiles files, Rules rules, CalendarInForce calendar, Clock clock) {
        this.letters = letters;
        this.files = files;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Only of a complaint that is closed or decided, or was not settled in time. */
    public boolean isOpenTo(CaseFile first) {
        boolean decided = first.status() == Status.CLOSED || first.standing().has(Milestone.ISSUED);
        return first.kind() == Kind.COMPLAINT && (decided || isOverdue(first));
    }

    /** Whether one is open, whether who asks may see it or not: it is settled by another unit. */
    public boolean isUnderWay(CaseFile first) {
        return first.links().stream()
                .filter(link -> link.relation() == Relation.SECOND_ROUND)
                .flatMap(link -> files.byId(link.petition(), Visibility.everything()).stream())
                .anyMatch(second -> second.status() != Status.CLOSED);
    }

    /** It runs from the receipt of the first decision, or from the end of the first limit (D10, D11). */
    public Lodging of(CaseFile first) {
        LocalDate from = received(first).or(() -> passed(first)).orElse(null);
        if (from == null) return Lodging.UNKNOWN;
        boolean isRemote = first.acceptance() != null && first.acceptance().remote();
        Set<Circumstance> remote = isRemote ? Set.of(Circumstance.REMOTE) : Set.of();
        DeadlineRule rule = rules.ruleFor(new RuleQuestion(Kind.COMPLAINT.name(), LODGE, remote, from));
        return new Lodging(
                rule, from, DueDate.count(calendar.calendar(), from, rule).due());
    }

    private Optional<LocalDate> received(CaseFile first) {
        return letters.of(first.id()).stream()
                .map(Letter::opened)
                .filter(opened -> opened != null && opened.stage().equals(LODGE))
                .map(opened -> Objects.requireNonNull(opened).from())
                .reduce((before, last) -> last);
    }

    private Optional<LocalDate> passed(CaseFile first) {
        return isOverdue(first) ? settling(first).map(DueDate::dayOf) : Optional.empty();
    }

    /** Not settled within the limit of the law: who complained need not wait for the decision. */
    private boolean isOverdue(CaseFile first) {
        return first.resolution() == null && settling(first).isPresent();
    }

    private Optional<Instant> settling(CaseFile first) {
        return first.deadlines().stream()
                .filter(one -> one.stage().equals("settle_1"))
                .map(Deadline::due)
                .filter(due -> due.isBefore(clock.instant()))
                .findFirst();
    }
}
