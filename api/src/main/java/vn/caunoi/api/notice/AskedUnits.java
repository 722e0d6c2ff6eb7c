package vn.caunoi.api.notice;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;

/** Tells the heads of a unit, and whoever is responsible for the case, that inspectors ask about it. */
@Component
public class AskedUnits {

    private final NoticeChoices choices;
    private final Notices notices;
    private final Directory directory;

    AskedUnits(NoticeChoices choices, Notices notices, Directory directory) {
        this.choices = choices;
        this.notices = notices;
        this.directory = directory;
    }

    /** @param question its id; each officer is told once of it */
    public void tell(String question, CaseFile about, Instant replyBy, Instant at) {
        PetitionId petition = about.id();
        for (NoticeChoices.Choice choice : choices.wanting(concerned(about))) {
            String id = "question-" + question + "-" + choice.officer().value();
            notices.note(new Notices.Notice(
                    id, choice.officer(), NoticeTopic.QUESTION_ASKED, petition, about.code(), replyBy, at));
        }
    }

    private Set<OfficerId> concerned(CaseFile about) {
        UnitId unit = about.unit();
        Set<OfficerId> concerned = directory.officersOf(unit).stream()
                .filter(officer -> officer.roles().contains(Role.HEAD))
                .map(Directory.Officer::id)
                .collect(Collectors.toSet());
        OfficerId assignee = about.assignee();
        if (assignee != null) concerned.add(assignee);
        concerned.removeAll(about.accused());
        return concerned;
    }
}
