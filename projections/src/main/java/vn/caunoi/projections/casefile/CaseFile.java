package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Standing;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Acceptance;
import vn.caunoi.projections.casefile.Part.Activity;
import vn.caunoi.projections.casefile.Part.Closing;
import vn.caunoi.projections.casefile.Part.Dialogue;
import vn.caunoi.projections.casefile.Part.Direction;
import vn.caunoi.projections.casefile.Part.Disputed;
import vn.caunoi.projections.casefile.Part.Escalation;
import vn.caunoi.projections.casefile.Part.Incident;
import vn.caunoi.projections.casefile.Part.Link;
import vn.caunoi.projections.casefile.Part.Note;
import vn.caunoi.projections.casefile.Part.Onward;
import vn.caunoi.projections.casefile.Part.OpenTask;
import vn.caunoi.projections.casefile.Part.PaperOf;
import vn.caunoi.projections.casefile.Part.Pass;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.casefile.Part.PointOf;
import vn.caunoi.projections.casefile.Part.Process;
import vn.caunoi.projections.casefile.Part.Protection;
import vn.caunoi.projections.casefile.Part.PublicDecision;
import vn.caunoi.projections.casefile.Part.Rating;
import vn.caunoi.projections.casefile.Part.Reply;
import vn.caunoi.projections.casefile.Part.Said;
import vn.caunoi.projections.casefile.Part.SecondRound;
import vn.caunoi.projections.casefile.Part.Signed;
import vn.caunoi.projections.casefile.Part.Supplement;
import vn.caunoi.projections.casefile.Part.Suspension;
import vn.caunoi.projections.casefile.Part.Together;
import vn.caunoi.projections.casefile.Part.Urging;
import vn.caunoi.projections.casefile.Part.Verification;
import vn.caunoi.projections.casefile.Part.Withdrawal;
import vn.caunoi.projections.casefile.Part.WorksheetEntry;

/**
 * One case, whole, in clear. A pure fold over its events: the same events give the same file, today and as of any past
 * moment. A denunciation shows code, stage and dates only.
 *
 * @param unit the unit responsible; {@code assignee} the officer, null while only the unit is
 * @param receivedAt when it came in, which may lie before it was recorded
 * @param against who is complained of
 * @param deadlines in the order they were set; at most one per stage word is running
 * @param tasks the open ones
 * @param incidents the open ones: events the process could not follow
 * @param version informative: sequence number of the last event, from 0
 * @param said what the citizen wrote by code and PIN
 * @param signed that it needs no signature on paper
 * @param papers that reached it outside a task
 * @param together how it was answered with the petition it was merged into
 * @param passes how it went from unit to unit of the house
 * @param handling what the handling table proposes, while what it rests on is as it was
 * @param publicDecision the decision as everybody may read it, once somebody blacked out what nobody is to read
 * @param consequences what followed its decision, as it is judged; {@code aftermath} the same as it is shown, null while nothing did
 * @param denunciation how a denunciation is settled; null for other kinds
 * @param replies how it was answered, guided, transferred, stored or not accepted
 * @param standing the milestones that stand, with their days, and the points that were not withdrawn
 * @param worked who held or did a task of it
 * @param accused officers it is about, for whom it is not there
 * @param handlers who was admitted by name to handle a denunciation
 */
public record CaseFile(
        PetitionId id,
        String code,
        @Nullable Kind kind,
        Stage stage,
        Status status,
        UnitId unit,
        @Nullable OfficerId assignee,
        @Nullable String subject,
        @Nullable String content,
        Channel channel,
        Instant receivedAt,
        @Nullable String category,
        @Nullable String place,
        boolean anonymous,
        boolean confidential,
        @Nullable Disputed about,
        @Nullable String against,
        List<PointOf> points,
        List<Petitioner> petitioners,
        List<Deadline> deadlines,
        List<OpenTask> tasks,
        List<Escalation> escalations,
        List<Urging> urgings,
        List<Direction> directions,
        List<Link> links,
        List<Note> notes,
        List<Said> said,
        List<PaperOf> papers,
        List<Supplement> supplements,
        @Nullable Together together,
        List<Pass> passes,
        @Nullable SecondRound secondRound,
        List<WorksheetEntry> worksheet,
        List<Onward> onward,
        @Nullable Proposal handling,
        @Nullable Acceptance acceptance,
        @Nullable Verification verification,
        @Nullable Dialogue dialogue,
        @Nullable Resolution resolution,
        @Nullable PublicDecision publicDecision,
        Consequences consequences,
        @Nullable Aftermath aftermath,
        @Nullable Answering answering,
        @Nullable Denunciation denunciation,
        @Nullable Protection protection,
        List<Reply> replies,
        @Nullable Suspension suspension,
        @Nullable Withdrawal withdrawal,
        @Nullable Closing closing,
        @Nullable Rating rating,
        @Nullable Origin origin,
        @Nullable Signed signed,
        List<Activity> activities,
        List<Incident> incidents,
        @Nullable Process process,
        Standing standing,
        List<OfficerId> worked,
        List<OfficerId> accused,
        List<OfficerId> handlers,
        long version) {

    /** The file after its first event, which is its receipt. */
    public static CaseFile begin(Happened<? extends PetitionEvent> received) {
        return CaseDraft.begin(received).done();
    }

    /** The file after one more event. An event it already holds changes nothing. */
    public CaseFile apply(PetitionEvent event, Instant at, @Nullable String by, long sequence) {
        return apply(List.of(new Happened<>(event, at, by, sequence)));
    }

    public CaseFile apply(List<Happened<PetitionEvent>> events) {
        CaseDraft draft = CaseDraft.of(this);
        events.stream().filter(event -> event.sequence() > version).forEach(draft::apply);
        return draft.done();
    }

    /** What a form of this case needs to know, without the choices of officers and units. */
    public FormContext formContext(LocalDate today) {
        return standing.formContext(today);
    }

    /** Whether there is an answer to a proposal or feedback that may be returned as unsuitable. */
    public boolean mayReturnAnswer() {
        boolean answered = standing.has(Milestone.ANSWERED) && !standing.has(Milestone.WITHDRAWN);
        return answered && (kind == Kind.PROPOSAL || kind == Kind.FEEDBACK);
    }

    /** The earliest moment that still has to be met; null when none has. */
    public @Nullable Instant nextDue() {
        if (status == Status.CLOSED) return null;
        return deadlines.stream()
                .filter(Deadline::runs)
                .map(Deadline::due)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Whether a limit that still runs has passed. */
    public boolean overdue(Instant now) {
        Instant due = nextDue();
        return due != null && due.isBefore(now);
    }

    /** The same without what names or reaches the petitioners. */
    public CaseFile withoutIdentities() {
        CaseDraft draft = CaseDraft.of(this);
        draft.petitioners = petitioners.stream().map(Petitioner::hidden).toList();
        draft.papers = papers.stream().map(PaperOf::withoutSender).toList();
        draft.dialogue = dialogue == null ? null : dialogue.withoutPeople();
        draft.resolution = resolution == null ? null : resolution.withoutPeople();
        draft.publicDecision = publicDecision == null
                ? null
                : new PublicDecision(
                        publicDecision.text(),
                        List.of(),
                        publicDecision.redactedBy(),
                        publicDecision.at(),
                        publicDecision.publicOn(),
                        publicDecision.publishedBy());
        return draft.done();
    }

    /**
     * Whether a reader is one of those who handle it: the officer responsible, whoever holds a task of it, the head of
     * the unit that settles it, and whom that head admitted by name.
     */
    public boolean isHandledBy(Actor reader) {
        boolean head = reader.is(Role.HEAD) && reader.unit().equals(unit);
        boolean holds = tasks.stream().anyMatch(task -> reader.id().equals(task.assignee()));
        boolean admitted = handlers.contains(reader.id());
        return (head || holds || admitted || reader.id().equals(assignee)) && !accused.contains(reader.id());
    }

    /** As handlers of a denunciation work with it: the matter, and nothing that names or reaches the denouncer. */
    CaseFile withoutDenouncer() {
        CaseDraft draft = CaseDraft.of(this);
        draft.petitioners = List.of();
        draft.supplements = List.of();
        draft.said = said.stream().map(Said::withoutWords).toList();
        draft.papers = papers.stream().map(PaperOf::withoutSender).toList();
        return draft.done();
    }

    /** What may be shown of it: for a denunciation code, stage and dates. */
    public CaseFile shown() {
        return kind == Kind.DENUNCIATION ? CaseDraft.of(this).withoutMatter().done() : this;
    }
}
