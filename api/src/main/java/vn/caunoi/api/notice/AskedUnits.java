package vn.caunoi.api.notice;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;

/** Tells whoever is asked about a case, and whoever asked when it is answered. */
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

    /**
     * @param question its id; each officer is told once of it
     * @param officer who is asked; null for the unit, whose heads are told, and whoever is responsible
     */
    public void tell(String question, CaseFile about, @Nullable OfficerId officer, Instant replyBy, Instant at) {
        Set<OfficerId> asked = officer == null ? concerned(about) : Set.of(officer);
        for (NoticeChoices.Choice choice : choices.wanting(asked)) {
            String id = "question-" + question + "-" + choice.officer().value();
            notices.note(new Notices.Notice(
                    id,
                    choice.officer(),
                    officer == null ? NoticeTopic.QUESTION_ASKED : NoticeTopic.EXPLANATION_ASKED,
                    about.id(),
                    about.code(),
                    replyBy,
                    at));
        }
    }

    /** Tells whoever asked that the answer is there. */
    public void tellAnswered(String question, OfficerId asker, PetitionId petition, String code, Instant at) {
        for (NoticeChoices.Choice choice : choices.wanting(Set.of(asker))) {
            notices.note(new Notices.Notice(
                    "answer-" + question, choice.officer(), NoticeTopic.QUESTION_ANSWERED, petition, code, null, at));
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
