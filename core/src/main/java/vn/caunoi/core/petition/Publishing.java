package vn.caunoi.core.petition;

import static vn.caunoi.core.petition.Milestone.ANSWERED;
import static vn.caunoi.core.petition.Milestone.PUBLISHED;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.AnswerEvent.AnswerPublished;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnpublished;

/** Answers for everybody: never with who asked. */
final class Publishing {

    private final Petition petition;

    Publishing(Petition petition) {
        this.petition = petition;
    }

    /** Outside of a task, also of a closed case. */
    void publish(CaseCommand.PublishAnswer command, LocalDate today) {
        petition.mustBeAllowed(command.by(), Role.OFFICER, Role.HEAD);
        AnswerActs.mustBeProposalOrFeedback(petition);
        petition.mustNot(PUBLISHED, Reason.ANSWER_ALREADY_PUBLISHED);
        LocalDate answered =
                petition.standing.day(ANSWERED).orElseThrow(() -> Refusal.because(Reason.NOT_ANSWERED_YET));
        Petition.refuseIf(command.publishedOn().isAfter(today), Reason.IN_THE_FUTURE);
        if (command.publishedOn().isBefore(answered)) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, "publishedOn", "out-of-range", "must not be before the answer was sent");
        }
        petition.record(
                published(command.publishedOn(), command.way(), command.place(), command.question(), command.answer()));
    }

    /** As it is to be recorded, if nothing in it names or reaches a petitioner. */
    AnswerPublished published(LocalDate on, String way, @Nullable String place, String question, String answer) {
        petition.must(ANSWERED, Reason.NOT_ANSWERED_YET);
        Identity identity = new Identity(petition.dossier.petitioners());
        identity.mustNotStandIn("question", question);
        identity.mustNotStandIn("publicAnswer", answer);
        if (place != null) identity.mustNotStandIn("place", place);
        return new AnswerPublished(petition.id, on, way, place, petition.seal(question), petition.seal(answer));
    }

    void takeBack(CaseCommand.UnpublishAnswer command) {
        petition.mustBeAllowed(command.by(), Role.HEAD);
        AnswerActs.mustBeProposalOrFeedback(petition);
        petition.must(PUBLISHED, Reason.ANSWER_NOT_PUBLISHED);
        petition.record(new AnswerUnpublished(
                petition.id,
                petition.seal(Words.required("reason", command.reason())),
                command.by().id()));
    }
}
