package vn.caunoi.api.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.letter.SigningPowerCommand;
import vn.caunoi.core.letter.SigningPowerEvent;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerEnded;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerGiven;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.SigningPower;
import vn.caunoi.projections.directory.Absence;
import vn.caunoi.projections.directory.Absences;
import vn.caunoi.projections.directory.Directory;

/**
 * Who may sign letters of a unit today, and how: those who were given the power, those who stand in for a head that is
 * away, and the heads of the directory. What was given to somebody goes before the role of a head, for deputies often
 * have it, too.
 */
@Component
class Blocks {

    private final Streams streams;
    private final Directory directory;
    private final Absences absences;
    private final Clock clock;

    Blocks(Streams streams, Directory directory, Absences absences, Clock clock) {
        this.streams = streams;
        this.directory = directory;
        this.absences = absences;
        this.clock = clock;
    }

    /** All that were ever given in the unit, the first given first. */
    List<SigningPower> powers(UnitId unit) {
        Map<String, SigningPower> powers = new LinkedHashMap<>();
        streams.of(SigningPowerCommand.stream(unit)).forEach(recorded -> {
            switch ((SigningPowerEvent) recorded.payload()) {
                case SigningPowerGiven e -> powers.put(e.power().id(), e.power());
                case SigningPowerEnded e -> powers.computeIfPresent(e.id(), (id, power) -> power.endingBefore(e.on()));
            }
        });
        return List.copyOf(powers.values());
    }

    /** How this actor may sign, the likeliest first. */
    List<Block> of(UnitId unit, Actor by) {
        return on(unit, by.id(), directory.successor(unit).equals(by.unit()) ? by.id() : null);
    }

    /** How anybody may. */
    List<Block> of(UnitId unit) {
        return on(unit, null, null);
    }

    /**
     * @param only the officer whose blocks are asked for; null for everybody's
     * @param inHouse the same, if the unit is theirs
     */
    private List<Block> on(UnitId unit, @Nullable OfficerId only, @Nullable OfficerId inHouse) {
        LocalDate today = DueDate.dayOf(clock.instant());
        List<SigningPower> given =
                powers(unit).stream().filter(power -> power.isOn(today)).toList();
        Set<OfficerId> empowered = given.stream()
                .flatMap(power -> Optional.ofNullable(power.officer()).stream())
                .collect(Collectors.toSet());
        List<Directory.Officer> heads = directory.officersOf(directory.successor(unit)).stream()
                .filter(one -> one.roles().contains(Role.HEAD))
                .toList();
        List<Block> blocks = new ArrayList<>();
        given.stream()
                .filter(power -> only == null || only.equals(power.officer()))
                .map(Block::of)
                .forEach(blocks::add);
        heads.stream()
                .filter(head -> only == null || head.id().equals(inHouse))
                .filter(head -> !empowered.contains(head.id()))
                .map(head -> new Block(Signature.As.HEAD, head.name(), null, null, null))
                .forEach(blocks::add);
        away(heads, today).stream()
                .filter(power -> only == null || only.equals(power.officer()))
                .filter(power -> !empowered.contains(power.officer()))
                .map(power -> Block.of(within(unit, power)))
                .forEach(blocks::add);
        return blocks;
    }

    private List<SigningPower> away(List<Directory.Officer> heads, LocalDate today) {
        List<OfficerId> ids = heads.stream().map(Directory.Officer::id).toList();
        return absences.away(ids, today).values().stream()
                .flatMap(absence -> standIn(absence).stream())
                .toList();
    }

    private Optional<SigningPower> standIn(Absence absence) {
        OfficerId deputy = absence.deputy();
        if (deputy == null) return Optional.empty();
        return directory
                .officer(deputy)
                .map(known -> new SigningPower(
                        "absence:" + absence.officer() + ":" + absence.from(),
                        known.unit(),
                        deputy,
                        known.name(),
                        Signature.As.DEPUTY,
                        null,
                        null,
                        absence.from(),
                        absence.until()));
    }

    private static SigningPower within(UnitId unit, SigningPower power) {
        return new SigningPower(
                power.id(),
                unit,
                power.officer(),
                power.name(),
                power.as(),
                power.title(),
                power.authority(),
                power.from(),
                power.until());
    }
}
