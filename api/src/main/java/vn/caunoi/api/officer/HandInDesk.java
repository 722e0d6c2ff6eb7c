package vn.caunoi.api.officer;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.HandIn;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;

/** Takes petitions in, whoever brings them and by whatever channel. */
@Component
public class HandInDesk {

    /** What the citizen is given. The PIN is told here and never again.
     * @param version sequence number of the petition's last event */
    public record Receipt(PetitionId id, PetitionCode code, String pin, Written written) {}

    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private final Casework casework;
    private final Secrets secrets;
    private final Clock clock;

    HandInDesk(Casework casework, Secrets secrets, Clock clock) {
        this.casework = casework;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Receipt handIn(HandInInput given, Actor by) {
        return handIn(given, by, UUID.randomUUID().toString());
    }

    /** @param seed repeated with the same seed, it is the same petition, handed in once */
    public Receipt handIn(HandInInput given, Actor by, String seed) {
        mayHandIn(by);
        Secrets.Given secret = secrets.give(seed);
        PetitionId id = new PetitionId(secret.id());
        Content content = check(given, by, id, seed);
        if (!casework.isRecorded(id)) return send(secret, id, content, by);
        return new Receipt(id, secret.code(), secret.pin(), casework.settled(id));
    }

    static void mayHandIn(Actor by) {
        if (by.roles().stream().noneMatch(MAY::contains)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private Receipt send(Secrets.Given secret, PetitionId id, Content content, Actor by) {
        String pinHash = secrets.pinHash(secret.code(), secret.pin());
        HandIn order = new HandIn(id, secret.code().value(), pinHash, content);
        return new Receipt(id, secret.code(), secret.pin(), casework.send(order, by));
    }

    private Content check(HandInInput given, Actor by, PetitionId id, String seed) {
        Input input = new Input();
        UnitId unit = unit(given.unit(), by, input);
        Content content =
                new ContentCheck(input, clock.instant(), id, i -> secrets.id(seed, "person " + i)).content(given, unit);
        input.mustBeValid();
        return content;
    }

    private static UnitId unit(@Nullable String given, Actor by, Input input) {
        String name = input.optional("unit", given, ContentCheck.SHORT);
        if (name == null) return by.unit();
        UnitId unit = new UnitId(name);
        if (!by.covers(unit)) input.wrong("unit", "not-covered", "is not a unit of yours");
        return unit;
    }
}
