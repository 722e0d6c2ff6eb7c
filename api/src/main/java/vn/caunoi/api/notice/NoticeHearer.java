package vn.caunoi.api.notice;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.caunoi.api.message.EmailPost;
import vn.caunoi.api.outbox.Hearer;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.petition.CaseEvent.CitizenWrote;
import vn.caunoi.core.petition.CaseEvent.NoteAdded;
import vn.caunoi.core.petition.CaseEvent.PetitionWithdrawn;
import vn.caunoi.core.petition.CaseEvent.WithdrawalAnnounced;
import vn.caunoi.core.petition.ConsultEvent.ConsultAnswered;
import vn.caunoi.core.petition.ConsultEvent.ConsultAsked;
import vn.caunoi.core.petition.ConsultEvent.ConsultDeclined;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineApproaching;
import vn.caunoi.core.petition.DeadlineEvent.DeadlineMissed;
import vn.caunoi.core.petition.DirectionEvent.DirectionDone;
import vn.caunoi.core.petition.DirectionEvent.DirectionGiven;
import vn.caunoi.core.petition.TaskEvent.TaskCarriedOver;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskEvent.TaskReassigned;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.casefile.Part.OpenTask;
import vn.caunoi.projections.directory.Directory;

/** Notes for which officer an event is news: only of cases they see, and never of what they did themselves. */
@Component
class NoticeHearer implements Hearer {

    private final NoticeChoices choices;
    private final Notices notices;
    private final Directory directory;
    private final CaseFiles files;
    private final Mentions mentions;
    private final boolean mailed;

    NoticeHearer(
            NoticeChoices choices,
            Notices notices,
            Directory directory,
            CaseFiles files,
            Mentions mentions,
            ObjectProvider<EmailPost> post) {
        this.choices = choices;
        this.notices = notices;
        this.directory = directory;
        this.files = files;
        this.mentions = mentions;
        this.mailed = post.getIfAvailable() != null;
    }

    @Override
    public boolean isListening() {
        return mailed && choices.anybodyWants();
    }

    @Override
    public void hear(Recorded event, CaseFile file) {
        switch (event.payload()) {
            case TaskOpened e
            when e.assignee() != null -> tell(NoticeTopic.TASK_FOR_ME, Set.of(e.assignee()), e.due(), event, file);
            case TaskOpened e -> tell(NoticeTopic.TASK_FOR_GROUP, inRole(e.unit(), e.group()), e.due(), event, file);
            case TaskReassigned e
            when e.to() != null -> tell(NoticeTopic.TASK_FOR_ME, Set.of(e.to()), null, event, file);
            case TaskCarriedOver e when e.former() != null -> carriedOver(e, e.former(), event, file);
            case DeadlineApproaching e -> tell(NoticeTopic.DUE_SOON, working(file), e.due(), event, file);
            case DeadlineMissed e -> tell(NoticeTopic.MISSED, withHeads(file), e.due(), event, file);
            case NoteAdded e -> tell(NoticeTopic.MENTIONED, Mentions.in(e.text().clear()), null, event, file);
            case CitizenWrote e -> tell(NoticeTopic.CITIZEN_WROTE, atWorkOrHeads(file), null, event, file);
            case WithdrawalAnnounced e -> tell(NoticeTopic.CITIZEN_WROTE, atWorkOrHeads(file), null, event, file);
            case PetitionWithdrawn e -> tell(NoticeTopic.CITIZEN_WROTE, atWorkOrHeads(file), null, event, file);
            case ConsultAsked e when e.unit() != null -> asked(inRole(e.unit(), Role.HEAD), e.due(), event);
            case ConsultAnswered e -> tell(NoticeTopic.OPINION_GIVEN, working(file), null, event, file);
            case ConsultDeclined e -> tell(NoticeTopic.OPINION_GIVEN, working(file), null, event, file);
            case DirectionGiven e ->
                tell(NoticeTopic.DIRECTED, directed(e, file), DueDate.endOf(e.doBy()), event, file);
            case DirectionDone e -> tell(NoticeTopic.DIRECTION_DONE, giver(e, file), null, event, file);
            default -> {}
        }
    }

    private void carriedOver(TaskCarriedOver task, OfficerId former, Recorded event, CaseFile file) {
        tell(NoticeTopic.TASK_GONE, Set.of(former), null, event, file);
        OfficerId holder = task.assignee();
        if (holder != null) tell(NoticeTopic.TASK_FOR_ME, Set.of(holder), null, event, file);
        else tell(NoticeTopic.TASK_FOR_GROUP, inRole(file.unit(), task.group()), null, event, file);
    }

    private void tell(
            NoticeTopic topic, Collection<OfficerId> officers, @Nullable Instant due, Recorded event, CaseFile file) {
        for (NoticeChoices.Choice choice : choices.wanting(officers)) {
            OfficerId officer = choice.officer();
            if (officer.value().equals(event.by()) || !mentions.sees(officer, file)) continue;
            notices.note(
                    new Notices.Notice(id(event, officer), officer, topic, file.id(), file.code(), due, event.at()));
        }
    }

    /** Whoever is asked sees the question, nothing of the case. */
    private void asked(Collection<OfficerId> officers, Instant due, Recorded event) {
        for (NoticeChoices.Choice choice : choices.wanting(officers)) {
            notices.note(new Notices.Notice(
                    id(event, choice.officer()),
                    choice.officer(),
                    NoticeTopic.OPINION_ASKED,
                    null,
                    null,
                    due,
                    event.at()));
        }
    }

    private static String id(Recorded event, OfficerId officer) {
        return "notice-" + event.stream() + "-" + event.sequence() + "-" + officer.value();
    }

    private Set<OfficerId> inRole(UnitId unit, Role role) {
        return directory.officersOf(unit).stream()
                .filter(officer -> officer.roles().contains(role))
                .map(Directory.Officer::id)
                .collect(Collectors.toSet());
    }

    /** By name; one for whoever has the case is told to its officer, and to the heads of the unit it is for. */
    private Set<OfficerId> directed(DirectionGiven event, CaseFile file) {
        if (event.officer() != null) return Set.of(event.officer());
        Set<OfficerId> all = new HashSet<>(working(file));
        all.addAll(inRole(event.unit(), Role.HEAD));
        return all;
    }

    private static Set<OfficerId> giver(DirectionDone event, CaseFile file) {
        return file.directions().stream()
                .filter(one -> one.no() == event.direction())
                .map(Part.Direction::by)
                .collect(Collectors.toSet());
    }

    private static Set<OfficerId> working(CaseFile file) {
        return Stream.concat(
                        Stream.ofNullable(file.assignee()),
                        file.tasks().stream()
                                .map(OpenTask::assignee)
                                .filter(Objects::nonNull)
                                .map(Objects::requireNonNull))
                .collect(Collectors.toSet());
    }

    /** Whoever has it in hand; while nobody has, the heads of its unit. */
    private Set<OfficerId> atWorkOrHeads(CaseFile file) {
        Set<OfficerId> working = working(file);
        return working.isEmpty() ? inRole(file.unit(), Role.HEAD) : working;
    }

    private Set<OfficerId> withHeads(CaseFile file) {
        Set<OfficerId> all = new HashSet<>(working(file));
        all.addAll(inRole(file.unit(), Role.HEAD));
        return all;
    }
}
