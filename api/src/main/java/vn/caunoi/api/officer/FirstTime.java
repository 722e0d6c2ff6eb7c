package vn.caunoi.api.officer;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.CalendarInForce;
import vn.caunoi.core.deadline.DeadlineRule;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.casefile.CaseFile;

/**
 * Until when a decision or act may be complained of for the first time (LKN Đ9, row D03). Who takes the complaint on judges
 * whether something kept the complainant from it; nothing is refused by itself.
 */
@Component("firstTime")
public class FirstTime {

    private static final String LODGE = "lodge_1";

    private final Rules rules;
    private final CalendarInForce calendar;

    FirstTime(Rules rules, CalendarInForce calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    /** Unknown of what is no complaint or one brought a second time, and where nobody said since when it is known. */
    public Lodging of(CaseFile file) {
        var about = file.about();
        boolean counts = file.kind() == Kind.COMPLAINT && file.secondRound() == null;
        if (!counts || about == null || about.knownOn() == null) return Lodging.UNKNOWN;
        LocalDate from = about.knownOn();
        DeadlineRule rule = rules.ruleFor(new RuleQuestion(Kind.COMPLAINT.name(), LODGE, Set.of(), from));
        return new Lodging(
                rule, from, DueDate.count(calendar.calendar(), from, rule).due());
    }
}
