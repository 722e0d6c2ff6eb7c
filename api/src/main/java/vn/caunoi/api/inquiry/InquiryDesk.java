package vn.caunoi.api.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.caunoi.api.notice.AskedUnits;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.CaseFile;

/** Inspectors ask the unit that has a case; its clerks, officers and heads answer, once. */
@Component
public class InquiryDesk {

    private static final int LONGEST = 4_000;
    private static final Set<Role> ANSWERING = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private final InquiryRows rows;
    private final VisibleCases visible;
    private final AskedUnits units;
    private final Clock clock;

    InquiryDesk(InquiryRows rows, VisibleCases visible, AskedUnits units, Clock clock) {
        this.rows = rows;
        this.visible = visible;
        this.units = units;
        this.clock = clock;
    }

    public static boolean mayAnswer(Actor actor) {
        return actor.roles().stream().anyMatch(ANSWERING::contains);
    }

    /** @param replyBy today or later, within a year */
    @Transactional
    public void ask(String idOrCode, @Nullable LocalDate replyBy, @Nullable String question, Actor by) {
        Input input = new Input();
        String text = input.required("question", question, LONGEST);
        LocalDate until = input.present("replyBy", replyBy);
        LocalDate today = DueDate.dayOf(clock.instant());
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(1))))
            input.wrong("replyBy", "out-of-bounds", "is a day from today on, within a year");
        CaseFile about = about(idOrCode, by, input);
        input.mustBeValid();
        if (about == null || until == null) throw new IllegalStateException("checked above");
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        if (!rows.ask(id, about, by, now, until, text))
            throw Input.refusal("case", "data-erased", "is a case whose data was erased");
        units.tell(
                id.toString(),
                about,
                until.atTime(LocalTime.MAX).atZone(DueDate.ZONE).toInstant(),
                now);
    }

    /** Of denunciations units know too little to be asked in a list that all of them read. */
    private @Nullable CaseFile about(String idOrCode, Actor by, Input input) {
        try {
            CaseFile about = visible.find(idOrCode, by);
            if (about.kind() != Kind.DENUNCIATION) return about;
            input.wrong("case", "is-denunciation", "is a denunciation");
        } catch (NotFound none) {
            input.wrong("case", "unknown", "is no case");
        }
        return null;
    }

    @Transactional
    public void answer(String id, @Nullable String answer, Actor by) {
        Inquiry inquiry = rows.find(id, by).filter(one -> by.covers(one.unit())).orElseThrow(NotFound::new);
        Input input = new Input();
        String text = input.required("answer", answer, LONGEST);
        input.mustBeValid();
        if (!rows.answer(inquiry, by, clock.instant(), text))
            throw Input.refusal("answer", "already-answered", "was given already");
    }

    /** The open ones that the reader sees, the first due first. */
    public List<Inquiry> open(Actor reader, int most) {
        return rows.open(reader, most);
    }

    /** The answered ones that the reader sees, the last asked first. */
    public Page<Inquiry> answered(Actor reader, @Nullable String cursor, int limit) {
        return rows.answered(reader, cursor, limit);
    }
}
