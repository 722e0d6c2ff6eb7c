package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.CaseCommand.PublishAnswer;
import vn.caunoi.core.petition.CaseCommand.UnpublishAnswer;
import vn.caunoi.core.petition.PetitionId;

/** Answers for everybody, and back. */
@Component
public class PublishingDesk {

    /** As the form of the task offers them. */
    public static final Set<String> WAYS = Set.of("WEBSITE", "NOTICE_BOARD", "MEETING", "MEDIA");

    private static final int LONGEST_QUESTION = 5_000;
    private static final int LONGEST_PLACE = 500;

    private final VisibleCases cases;
    private final Casework casework;
    private final Clock clock;

    PublishingDesk(VisibleCases cases, Casework casework, Clock clock) {
        this.cases = cases;
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * @param publishedOn today when left out
     * @param way WEBSITE when left out
     */
    public record Publication(
            @Nullable String question,
            @Nullable String publicAnswer,
            @Nullable String way,
            @Nullable LocalDate publishedOn,
            @Nullable String place) {}

    public Written publish(String id, Publication given, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        Input input = new Input();
        String question = input.required("question", given.question(), LONGEST_QUESTION);
        String answer = input.required("publicAnswer", given.publicAnswer(), ContentCheck.LONG);
        String place = input.optional("place", given.place(), LONGEST_PLACE);
        String way = Objects.requireNonNullElse(input.optional("way", given.way(), LONGEST_PLACE), "WEBSITE");
        if (!WAYS.contains(way)) input.wrong("way", "not-an-option", "is not one of the options");
        input.mustBeValid();
        LocalDate on = Objects.requireNonNullElseGet(
                given.publishedOn(), () -> LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE));
        return casework.send(new PublishAnswer(petition, on, way, place, question, answer, by), by);
    }

    public Written takeBack(String id, @Nullable String reason, Actor by) {
        PetitionId petition = cases.idOf(id, by);
        return casework.send(new UnpublishAnswer(petition, CaseDesk.text("reason", reason), by), by);
    }
}
