package vn.caunoi.api.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.casefile.CaseFile;

/** Supervisors ask about a case; whoever is asked answers, once. No part of the case. */
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

    /** Whether somebody may answer an open one: of the unit that is asked, by the officer it names or by a head for them. */
    public static boolean mayAnswer(Inquiry inquiry, Actor actor) {
        boolean works = actor.roles().stream().anyMatch(ANSWERING::contains) && actor.covers(inquiry.unit());
        boolean named = inquiry.officer() == null || actor.id().equals(inquiry.officer()) || actor.is(Role.HEAD);
        return works && named && inquiry.isOpen() && !actor.id().equals(inquiry.askedBy());
    }

    /** @param replyBy today or later, within a year */
    @Transactional
    public void ask(String idOrCode, @Nullable LocalDate replyBy, @Nullable String question, Actor by) {
        Input input = new Input();
        Wanted wanted = wanted(replyBy, question, input);
        CaseFile about = about(idOrCode, by, input);
        input.mustBeValid();
        send(Inquiry.Sort.QUESTION, Objects.requireNonNull(about), null, wanted, by);
    }

    /**
     * Asks whoever is responsible for an overdue case why it is; its unit where nobody is, or where that is who asks.
     *
     * @param replyBy today or later, within a year
     */
    @Transactional
    public void askForExplanation(String idOrCode, @Nullable LocalDate replyBy, @Nullable String question, Actor by) {
        CaseFile about = visible.find(idOrCode, by);
        if (!by.is(Role.HEAD) && !by.is(Role.INSPECTOR)) throw Refusal.because(Reason.NOT_ALLOWED);
        Input input = new Input();
        Wanted wanted = wanted(replyBy, question, input);
        mustBeAskable(about, by, input);
        input.mustBeValid();
        if (!about.overdue(clock.instant())) throw Refusal.because(Reason.NOT_OVERDUE);
        OfficerId officer = about.assignee();
        send(Inquiry.Sort.EXPLANATION, about, by.id().equals(officer) ? null : officer, wanted, by);
    }

    private static void mustBeAskable(CaseFile about, Actor by, Input input) {
        if (about.kind() == Kind.DENUNCIATION) input.wrong("case", "is-denunciation", "is a denunciation");
        if (by.is(Role.HEAD) && !by.is(Role.INSPECTOR) && !by.covers(about.unit()))
            throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private record Wanted(LocalDate until, String text) {}

    private Wanted wanted(@Nullable LocalDate replyBy, @Nullable String question, Input input) {
        String text = input.required("question", question, LONGEST);
        LocalDate until = input.present("replyBy", replyBy);
        LocalDate today = DueDate.dayOf(clock.instant());
        if (until != null && (until.isBefore(today) || until.isAfter(today.plusYears(1))))
            input.wrong("replyBy", "out-of-bounds", "is a day from today on, within a year");
        return new Wanted(Objects.requireNonNullElse(until, today), text);
    }

    private void send(Inquiry.Sort sort, CaseFile about, @Nullable OfficerId officer, Wanted wanted, Actor by) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        if (!rows.ask(id, sort, about, officer, by, now, wanted.until(), wanted.text()))
            throw Input.refusal("case", "data-erased", "is a case whose data was erased");
        units.tell(id.toString(), about, officer, DueDate.endOf(wanted.until()), now);
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
        if (inquiry.isOpen() && !mayAnswer(inquiry, by)) throw Refusal.because(Reason.NOT_ALLOWED);
        Instant now = clock.instant();
        if (!rows.answer(inquiry, by, now, text))
            throw Input.refusal("answer", "already-answered", "was given already");
        units.tellAnswered(inquiry.id(), inquiry.askedBy(), inquiry.petition(), inquiry.code(), now);
    }

    /** What was asked in one case, as far as the reader sees it. */
    public List<Inquiry> of(PetitionId petition, Actor reader) {
        return rows.of(petition, reader);
    }

    /** The open explanations that the reader sees, the first due first. */
    public List<Inquiry> explanations(Actor reader, int most) {
        return rows.explanations(reader, most);
    }

    /** The open ones that the reader sees, the first due first. */
    public List<Inquiry> open(Actor reader, int most) {
        return rows.open(reader, most);
    }

    /** The same, page by page. */
    public Page<Inquiry> open(Actor reader, @Nullable String cursor, int limit) {
        return rows.open(reader, cursor, limit);
    }

    /** The answered ones that the reader sees, the last asked first. */
    public Page<Inquiry> answered(Actor reader, @Nullable String cursor, int limit) {
        return rows.answered(reader, cursor, limit);
    }
}
