package vn.caunoi.api.consult;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.file.GivenOut;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultCommand;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.ConsultState;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.consult.Consult;
import vn.caunoi.projections.consult.Consults;

/**
 * For the unit that is asked: the question and the papers that were chosen, and nothing else of the case. Once it was
 * answered the papers are shown no more.
 */
@Component
public class AskedDesk {

    /**
     * What whoever is asked sees.
     *
     * @param asking the unit that asks; {@code officer} who
     * @param papers none after it was answered
     * @param answer what was answered; {@code reason} why it was declined or taken back
     */
    public record Sheet(
            ConsultId id,
            UnitId asking,
            OfficerId officer,
            @Nullable UnitId unit,
            String question,
            List<FileDesk.Uploaded> papers,
            ConsultState state,
            Instant askedAt,
            Instant due,
            boolean overdue,
            @Nullable String answer,
            @Nullable String reason) {}

    private final Consults consults;
    private final ConsultDesk desk;
    private final Casework casework;
    private final FileDesk files;
    private final GivenOut given;
    private final ReadingLog readings;
    private final java.time.Clock clock;

    AskedDesk(
            Consults consults,
            ConsultDesk desk,
            Casework casework,
            FileDesk files,
            GivenOut given,
            ReadingLog readings,
            java.time.Clock clock) {
        this.consults = consults;
        this.desk = desk;
        this.casework = casework;
        this.files = files;
        this.given = given;
        this.readings = readings;
        this.clock = clock;
    }

    public static boolean works(Actor actor) {
        return actor.is(Role.CLERK) || actor.is(Role.OFFICER) || actor.is(Role.HEAD);
    }

    /** What the actor's unit was asked and has not answered. */
    public Page<Consults.Entry> asked(Actor actor, @Nullable String cursor, int limit) {
        return consults.askedOf(actor, cursor, limit);
    }

    /** What the actor asked others and waits for. */
    public Page<Consults.Entry> waitedFor(Actor actor, @Nullable String cursor, int limit) {
        return consults.waitedForBy(actor, cursor, limit);
    }

    public Sheet look(String id, Actor actor) {
        Consult consult = find(id, actor);
        readings.noteFirst(consult.petition(), actor, Reading.What.CONSULT);
        return sheet(consult);
    }

    Sheet sheet(Consult one) {
        boolean open = one.state().isOpen();
        return new Sheet(
                one.id(),
                one.asking(),
                one.officer(),
                one.unit(),
                one.question(),
                open ? files.shown(one.papers(), one.petition()) : List.of(),
                one.state(),
                one.askedAt(),
                one.due(),
                open && clock.instant().isAfter(one.due()),
                one.answer(),
                one.reason());
    }

    public ResponseEntity<Resource> paper(String id, String file, Actor actor) {
        Consult one = find(id, actor);
        if (!one.state().isOpen() || !one.papers().contains(file)) throw new NotFound();
        readings.noteFirst(one.petition(), actor, Reading.What.ATTACHMENT);
        return given.of(file, one.petition());
    }

    public Written answer(String id, ConsultInput.Answer answer, Actor by) {
        return desk.answer(find(id, by), answer, by);
    }

    public Written decline(String id, ConsultInput.Reason reason, Actor by) {
        Consult one = find(id, by);
        String why = ConsultDesk.reason(reason);
        return casework.send(new ConsultCommand.Decline(one.petition(), one.id(), why, null, 0, by), by);
    }

    private Consult find(String id, Actor actor) {
        if (!works(actor) || id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        return consults.askedOf(new ConsultId(id), actor).orElseThrow(NotFound::new);
    }
}
