package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.AnswerEvent;
import vn.caunoi.core.petition.CaseEvent;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.DeadlineEvent;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.DirectionEvent;
import vn.caunoi.core.petition.FlowEvent;
import vn.caunoi.core.petition.IntakeEvent;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.LetterEvent;
import vn.caunoi.core.petition.MessageEvent;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.NationalEvent;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.RoundEvent;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.core.petition.Standing;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.TaskEvent;
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

/** A case file in the making: its parts are whole values that are replaced, never changed. */
final class CaseDraft {
    PetitionId id;
    String code;

    @Nullable Kind kind;

    Stage stage;
    Status status;
    UnitId unit;

    @Nullable OfficerId assignee;

    @Nullable String subject;

    @Nullable String content;

    Channel channel;
    Instant receivedAt;

    @Nullable String category;

    @Nullable String place;

    boolean anonymous;
    boolean confidential;

    @Nullable Disputed about;

    @Nullable String against;

    List<PointOf> points = List.of();
    List<Petitioner> petitioners = List.of();
    List<Deadline> deadlines = List.of();
    List<OpenTask> tasks = List.of();
    List<Escalation> escalations = List.of();
    List<Urging> urgings = List.of();
    List<Direction> directions = List.of();
    List<Link> links = List.of();
    List<Note> notes = List.of();
    List<Said> said = List.of();
    List<PaperOf> papers = List.of();
    List<Supplement> supplements = List.of();

    @Nullable Together together;

    List<Pass> passes = List.of();

    @Nullable SecondRound secondRound;

    List<WorksheetEntry> worksheet = List.of();
    List<Onward> onward = List.of();

    @Nullable Proposal handling;

    @Nullable Acceptance acceptance;

    @Nullable Verification verification;

    @Nullable Dialogue dialogue;

    @Nullable Resolution resolution;

    @Nullable PublicDecision publicDecision;

    Consequences consequences = Consequences.NONE;

    @Nullable Aftermath aftermath;

    @Nullable Answering answering;

    @Nullable Denunciation denunciation;

    @Nullable Protection protection;

    List<Reply> replies = List.of();

    @Nullable Suspension suspension;

    @Nullable Withdrawal withdrawal;

    @Nullable Closing closing;

    @Nullable Rating rating;

    @Nullable Origin origin;

    @Nullable Signed signed;

    List<Activity> activities = List.of();
    List<Incident> incidents = List.of();

    @Nullable Process process;

    Standing standing = Standing.NOTHING;
    List<OfficerId> worked = List.of();
    List<OfficerId> accused = List.of();
    List<OfficerId> handlers = List.of();
    long version;

    private CaseDraft(PetitionReceived received, Happened<?> recorded) {
        id = received.petition();
        code = received.code();
        stage = Stage.RECEIPT;
        status = Status.OPEN;
        unit = received.unit();
        channel = received.channel();
        receivedAt = received.occurred();
        IntakeFold.begin(this, received);
        standing = standing.after(received, recorded.at());
        version = recorded.sequence();
    }

    private CaseDraft(CaseFile file) {
        id = file.id();
        code = file.code();
        kind = file.kind();
        stage = file.stage();
        status = file.status();
        unit = file.unit();
        assignee = file.assignee();
        subject = file.subject();
        content = file.content();
        channel = file.channel();
        receivedAt = file.receivedAt();
        category = file.category();
        place = file.place();
        anonymous = file.anonymous();
        confidential = file.confidential();
        about = file.about();
        against = file.against();
        points = file.points();
        petitioners = file.petitioners();
        deadlines = file.deadlines();
        tasks = file.tasks();
        escalations = file.escalations();
        urgings = file.urgings();
        directions = file.directions();
        links = file.links();
        notes = file.notes();
        said = file.said();
        papers = file.papers();
        supplements = file.supplements();
        together = file.together();
        passes = file.passes();
        secondRound = file.secondRound();
        worksheet = file.worksheet();
        onward = file.onward();
        handling = file.handling();
        acceptance = file.acceptance();
        verification = file.verification();
        dialogue = file.dialogue();
        resolution = file.resolution();
        publicDecision = file.publicDecision();
        consequences = file.consequences();
        aftermath = file.aftermath();
        answering = file.answering();
        denunciation = file.denunciation();
        protection = file.protection();
        replies = file.replies();
        suspension = file.suspension();
        withdrawal = file.withdrawal();
        closing = file.closing();
        rating = file.rating();
        origin = file.origin();
        signed = file.signed();
        activities = file.activities();
        incidents = file.incidents();
        process = file.process();
        standing = file.standing();
        worked = file.worked();
        accused = file.accused();
        handlers = file.handlers();
        version = file.version();
    }

    static CaseDraft begin(Happened<? extends PetitionEvent> first) {
        if (!(first.event() instanceof PetitionReceived received)) {
            throw new IllegalStateException(
                    "a case begins with its receipt, not with " + first.event().getClass());
        }
        return new CaseDraft(received, first);
    }

    static CaseDraft of(CaseFile file) {
        return new CaseDraft(file);
    }

    CaseFile done() {
        return new CaseFile(
                id,
                code,
                kind,
                stage,
                status,
                unit,
                assignee,
                subject,
                content,
                channel,
                receivedAt,
                category,
                place,
                anonymous,
                confidential,
                about,
                against,
                points,
                petitioners,
                deadlines,
                tasks,
                escalations,
                urgings,
                directions,
                links,
                notes,
                said,
                papers,
                supplements,
                together,
                passes,
                secondRound,
                worksheet,
                onward,
                handling,
                acceptance,
                verification,
                dialogue,
                resolution,
                publicDecision,
                consequences,
                aftermath,
                answering,
                denunciation,
                protection,
                replies,
                suspension,
                withdrawal,
                closing,
                rating,
                origin,
                signed,
                activities,
                incidents,
                process,
                standing,
                worked,
                accused,
                handlers,
                version);
    }

    void apply(Happened<? extends PetitionEvent> recorded) {
        PetitionEvent event = recorded.event();
        stage = StageRule.after(event, stage, kind, standing.has(Milestone.ACCEPTED));
        standing = standing.after(event, recorded.at());
        switch (event) {
            case IntakeEvent e -> IntakeFold.apply(this, e, recorded);
            case RoundEvent e -> RoundFold.apply(this, e, recorded);
            case AnswerEvent e -> AnswerFold.apply(this, e, recorded);
            case DenunciationEvent e -> DenunciationFold.apply(this, e, recorded);
            case CaseEvent e -> CaseFold.apply(this, e, recorded);
            case TaskEvent e -> TaskFold.apply(this, e, recorded);
            case DeadlineEvent e -> DeadlineFold.apply(this, e);
            case FlowEvent e -> FlowFold.apply(this, e, recorded);
            case MessageEvent e -> {}
            case LetterEvent e -> {}
            case ConsultEvent e -> {}
            case DirectionEvent e -> DirectionFold.apply(this, e, recorded);
            case ConsequenceEvent e -> {}
            case NationalEvent e -> {}
        }
        AftermathFold.apply(this, event);
        if (standing.proposed() == null) handling = null;
        version = recorded.sequence();
    }

    /** Takes out what no longer stands. */
    void undo(Set<Milestone> undone) {
        if (undone.contains(Milestone.ACCEPTED)) acceptance = null;
        if (undone.contains(Milestone.VERIFIED)) {
            verification = null;
            points = points.stream().map(PointOf::unverified).toList();
        }
        if (dialogue != null && undone.contains(Milestone.DIALOGUE)) dialogue = dialogue.notHeld();
        if (undone.contains(Milestone.CONVENED)) dialogue = null;
        if (resolution != null && undone.contains(Milestone.APPROVED)) resolution = resolution.notApproved();
        if (undone.contains(Milestone.DRAFTED)) resolution = null;
        if (undone.contains(Milestone.ISSUED)) publicDecision = null;
        if (answering != null) answering = answering.without(undone);
        if (denunciation != null) denunciation = denunciation.without(undone);
    }

    /** Leaves code, stage and dates. */
    CaseDraft withoutMatter() {
        subject = null;
        content = null;
        category = null;
        place = null;
        about = null;
        against = null;
        accused = List.of();
        handlers = List.of();
        points = List.of();
        petitioners = List.of();
        notes = List.of();
        said = said.stream().map(Said::withoutWords).toList();
        papers = List.of();
        worksheet = List.of();
        onward = List.of();
        supplements = List.of();
        replies = List.of();
        activities = List.of();
        verification = null;
        dialogue = null;
        resolution = null;
        publicDecision = null;
        aftermath = null;
        answering = null;
        denunciation = denunciation == null ? null : denunciation.dates();
        protection = null;
        passes = passes.stream().map(Pass::withoutReason).toList();
        handling = null;
        suspension = null;
        withdrawal = null;
        rating = null;
        origin = origin == null ? null : new Origin(origin.source(), origin.number(), null, origin.closed());
        if (acceptance != null) acceptance = acceptance.withoutReason();
        if (closing != null) closing = closing.withoutReason();
        escalations = escalations.stream().map(Escalation::withoutReason).toList();
        urgings = urgings.stream().map(Urging::withoutWords).toList();
        directions = directions.stream().map(Direction::withoutWords).toList();
        links = links.stream().map(Link::withoutReason).toList();
        return this;
    }

    static <T> List<T> plus(List<T> list, T item) {
        return Stream.concat(list.stream(), Stream.of(item)).toList();
    }
}
