package vn.caunoi.core.petition;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.petition.IntakeCommand.*;
import vn.caunoi.core.petition.IntakeEvent.*;
import vn.caunoi.core.petition.Refusal.Violation;

/** How a petition begins: handed in, or taken over from another register. */
final class Intake {

    private static final String IMPORTED = "imported";

    private final Petition petition;
    private final Instant now;

    Intake(Petition petition, Clock clock) {
        this.petition = petition;
        this.now = clock.instant();
    }

    /** Handing the same in again, under the same code, changes nothing. */
    void handIn(HandIn command) {
        if (petition.has(Milestone.RECEIVED)) {
            Petition.refuseIf(!petition.dossier.code().equals(command.code()), Reason.ALREADY_RECEIVED);
            return;
        }
        mustBeValid(command.content(), now);
        petition.record(received(command.petition(), command.code(), command.pinHash(), command.content(), null));
    }

    /** Taking over again what was taken over changes nothing. */
    void take(Import command) {
        if (petition.has(Milestone.RECEIVED)) return;
        mustBeValid(command.content(), now);
        petition.record(received(command.petition(), command.code(), null, command.content(), command.origin()));
        if (command.responsible() != null) {
            petition.record(new PetitionAssigned(petition.id, petition.unit, command.responsible(), null));
        }
        for (Activity activity : command.activities()) {
            petition.record(new ActivityImported(
                    petition.id, activity.activity(), activity.resource(), activity.group(), activity.at()));
        }
        if (command.origin().closed()) close(command);
        else if (command.due() != null) setDeadline(command.due(), command.origin());
    }

    private void close(Import command) {
        Instant closedAt = command.closedAt() == null ? now : command.closedAt();
        Boolean onTime = command.due() == null ? null : !closedAt.isAfter(command.due());
        petition.record(new CaseEvent.PetitionClosed(petition.id, ClosingGround.CLOSED_ELSEWHERE, onTime, closedAt));
    }

    private void setDeadline(Instant due, Origin origin) {
        petition.record(new DeadlineEvent.DeadlineSet(
                petition.id,
                "process",
                Basis.RECEIVED,
                DueDate.dayOf(petition.dossier.receivedAt()),
                null,
                false,
                due,
                IMPORTED,
                IMPORTED,
                IMPORTED,
                origin.source(),
                List.of()));
    }

    static void mustBeValid(Content content, Instant now) {
        Petition.refuseIf(content.receivedAt().isAfter(now), Reason.IN_THE_FUTURE);
        List<Violation> violations = new ArrayList<>();
        if (content.subject().clear().isBlank()) violations.add(new Violation("subject", "required", "is required"));
        if (content.content().clear().isBlank()) violations.add(new Violation("content", "required", "is required"));
        if (content.petitioners().isEmpty() && !content.anonymous()) {
            violations.add(new Violation("petitioners", "required", "must name a petitioner unless anonymous"));
        }
        if (!areNumbered(content.points())) {
            violations.add(new Violation("points", "not-numbered", "must be numbered from 1"));
        }
        if (!violations.isEmpty()) throw Refusal.invalid(violations);
    }

    private static boolean areNumbered(List<Point> points) {
        return IntStream.range(0, points.size()).allMatch(at -> points.get(at).no() == at + 1);
    }

    /** A petition without points has one: its subject. */
    static PetitionReceived received(
            PetitionId id, String code, @Nullable String pinHash, Content content, @Nullable Origin origin) {
        List<Point> points =
                content.points().isEmpty() ? List.of(new Point(1, content.subject())) : List.copyOf(content.points());
        return new PetitionReceived(
                id,
                code,
                pinHash,
                content.kind(),
                content.channel(),
                content.receivedAt(),
                content.subject(),
                content.content(),
                content.category(),
                content.unit(),
                content.place(),
                content.anonymous(),
                content.confidential(),
                content.about(),
                content.against(),
                points,
                List.copyOf(content.petitioners()),
                origin);
    }
}
