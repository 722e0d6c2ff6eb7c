package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.DenunciationCommand.NameAccused;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.HandIn;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.projections.directory.Directory;

/** Takes petitions in, whoever brings them and by whatever channel. */
@Component
public class HandInDesk {

    /** What the citizen is given. The PIN is told here and never again.
     * @param version sequence number of the petition's last event */
    public record Receipt(PetitionId id, PetitionCode code, String pin, Written written) {}

    private static final Consumer<PetitionId> NOTHING = petition -> {};
    private static final Set<Role> MAY = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private final Casework casework;
    private final Secrets secrets;
    private final AccusedDesk accused;
    private final Directory directory;
    private final ReceptionRules crowds;
    private final CategoriesInForce categories;
    private final Clock clock;
    private final boolean denunciationsOnline;

    /** @param denunciationsOnline whether denunciations are taken online; no law says so yet */
    HandInDesk(
            Casework casework,
            Secrets secrets,
            AccusedDesk accused,
            Directory directory,
            ReceptionRules crowds,
            CategoriesInForce categories,
            Clock clock,
            @Value("${caunoi.denunciations.online:false}") boolean denunciationsOnline) {
        this.casework = casework;
        this.secrets = secrets;
        this.accused = accused;
        this.directory = directory;
        this.crowds = crowds;
        this.categories = categories;
        this.clock = clock;
        this.denunciationsOnline = denunciationsOnline;
    }

    public Receipt handIn(HandInInput given, Actor by) {
        return handIn(given, by, Seed.fresh());
    }

    /** @param seed repeated with the same seed, it is the same petition, handed in once */
    public Receipt handIn(HandInInput given, Actor by, String seed) {
        return handIn(given, by, seed, NOTHING);
    }

    /** @param attached done in the transaction that hands it in, with the petition's id */
    public Receipt handIn(HandInInput given, Actor by, String seed, Consumer<PetitionId> attached) {
        mayHandIn(by);
        Secrets.Given secret = secrets.give(seed);
        PetitionId id = new PetitionId(secret.id());
        Input input = new Input();
        Set<OfficerId> officers = accused.officers("accused", given.accused(), input);
        Content content = check(given, unit(given, by, input), id, seed, input);
        if (!casework.isRecorded(id)) return send(secret, id, content, officers, attached, by);
        return new Receipt(id, secret.code(), secret.pin(), casework.settled(id));
    }

    /**
     * From somebody without an account, over the authority's own site.
     *
     * @param attached done in the transaction that hands it in, with the petition's id
     */
    public Receipt handInOnline(HandInInput given, String seed, Consumer<PetitionId> attached) {
        return handInOnline(given, seed, attached, id -> List.of());
    }

    /** @param further what is ordered with it, in the same transaction */
    public Receipt handInOnline(
            HandInInput given,
            String seed,
            Consumer<PetitionId> attached,
            Function<PetitionId, List<PetitionCommand>> further) {
        Secrets.Given secret = secrets.give(seed);
        PetitionId id = new PetitionId(secret.id());
        if (casework.isRecorded(id)) return new Receipt(id, secret.code(), secret.pin(), casework.settled(id));
        Content content = checkOnline(given, id, seed);
        String pinHash = secrets.pinHash(secret.code(), secret.pin());
        HandIn order = new HandIn(id, secret.code().value(), pinHash, content);
        List<PetitionCommand> orders = new ArrayList<>(List.of(order));
        orders.addAll(further.apply(id));
        return new Receipt(id, secret.code(), secret.pin(), casework.sendForCitizen(() -> attached.accept(id), orders));
    }

    /** The receipt of what was handed in with this seed, if it was. */
    public Optional<Receipt> handedIn(String seed) {
        Secrets.Given secret = secrets.give(seed);
        PetitionId id = new PetitionId(secret.id());
        return casework.isRecorded(id)
                ? Optional.of(new Receipt(id, secret.code(), secret.pin(), casework.settled(id)))
                : Optional.empty();
    }

    /** Refuses what {@link #handInOnline} would refuse. */
    public void checkOnline(HandInInput given, String seed) {
        checkOnline(given, new PetitionId(secrets.give(seed).id()), seed);
    }

    private Content checkOnline(HandInInput given, PetitionId id, String seed) {
        Input input = new Input();
        String name = input.required("unit", given.unit(), ContentCheck.SHORT);
        input.mustBeValid();
        UnitId unit = directory.successor(new UnitId(name), given.place(), given.category());
        if (directory.unit(unit).isEmpty()) input.wrong("unit", "unknown", "is no unit");
        return check(given, unit, id, seed, input);
    }

    static void mayHandIn(Actor by) {
        if (by.roles().stream().noneMatch(MAY::contains)) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private Receipt send(
            Secrets.Given secret,
            PetitionId id,
            Content content,
            Set<OfficerId> officers,
            Consumer<PetitionId> attached,
            Actor by) {
        String pinHash = secrets.pinHash(secret.code(), secret.pin());
        List<PetitionCommand> orders = new ArrayList<>();
        orders.add(new HandIn(id, secret.code().value(), pinHash, content));
        if (!officers.isEmpty())
            orders.add(new NameAccused(id, officers, accused.settling(officers, content.unit()), by));
        return new Receipt(id, secret.code(), secret.pin(), send(orders, id, attached, by));
    }

    /** What comes alone needs no transaction around it. */
    private Written send(List<PetitionCommand> orders, PetitionId id, Consumer<PetitionId> attached, Actor by) {
        return attached == NOTHING && orders.size() == 1
                ? casework.send(orders.getFirst(), by)
                : casework.sendAfter(() -> attached.accept(id), orders, by);
    }

    private Content check(HandInInput given, UnitId unit, PetitionId id, String seed, Input input) {
        Content content =
                new ContentCheck(input, clock.instant(), id, i -> secrets.id(seed, "person " + i)).content(given, unit);
        if (content.kind() != null) {
            LocalDate day = LocalDate.ofInstant(content.receivedAt(), BusinessClock.ZONE);
            new Signatories(crowds.crowdOn(day)).check(content.kind(), content.petitioners(), input);
        }
        mustBeInForce(content, input);
        boolean online = content.kind() == Kind.DENUNCIATION && content.channel() == Channel.ONLINE;
        if (online && !denunciationsOnline) {
            input.wrong("channel", "not-for-denunciations", "is not open to denunciations");
        }
        input.mustBeValid();
        return content;
    }

    /** What is retired is not chosen any more; a paper that came before still may be. */
    private void mustBeInForce(Content content, Input input) {
        CategoryTree tree = categories.tree();
        LocalDate day = LocalDate.ofInstant(content.receivedAt(), BusinessClock.ZONE);
        tree.meant(content.category())
                .filter(id -> !tree.isInForce(id, day))
                .ifPresent(id -> input.wrong("category", "retired", "is not in use on the day of receipt"));
    }

    /** An old code leads to who took over, by village and category where the unit was split. */
    private UnitId unit(HandInInput given, Actor by, Input input) {
        String name = input.optional("unit", given.unit(), ContentCheck.SHORT);
        UnitId named = name == null ? by.unit() : new UnitId(name);
        UnitId unit = directory.successor(named, given.place(), given.category());
        if (!by.covers(unit) && !by.covers(named)) input.wrong("unit", "not-covered", "is not a unit of yours");
        return unit;
    }
}
