package vn.caunoi.api.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.letter.SigningPowerCommand;
import vn.caunoi.core.letter.SigningPowerCommand.EndSigningPower;
import vn.caunoi.core.letter.SigningPowerCommand.GiveSigningPower;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.SigningPower;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;

/** Who signs letters of a unit besides its head. */
@Component
public class SignerDesk {

    private static final int LINE = 200;
    private static final int CENTURY = 100;

    /**
     * Nothing checked yet.
     *
     * @param officer account of the signer; {@code name} is then that of the directory when left out
     * @param from today when left out
     */
    public record Given(
            @Nullable String officer,
            @Nullable String name,
            @Nullable String as,
            @Nullable String title,
            @Nullable String authority,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    private final Blocks blocks;
    private final Directory directory;
    private final Commands commands;
    private final Sheets sheets;

    SignerDesk(Blocks blocks, Directory directory, Commands commands, Sheets sheets) {
        this.blocks = blocks;
        this.directory = directory;
        this.commands = commands;
        this.sheets = sheets;
    }

    /** All that were ever given, the first given first. */
    public List<SigningPower> of(String unit, Actor actor) {
        UnitId of = unit(unit);
        if (!actor.covers(of) && !Visibility.of(actor).sees(of)) throw new NotFound();
        return blocks.powers(of);
    }

    /** @param id the same each time it is repeated */
    public SigningPower give(String unit, Given given, String id, Actor by) {
        UnitId of = unit(unit);
        Input input = new Input();
        Signature.As as = input.choice("as", given.as(), Signature.As.class);
        if (given.as() == null || given.as().isBlank()) input.present("as", null);
        String account = input.optional("officer", given.officer(), LINE);
        Directory.Officer officer = account == null
                ? null
                : directory.officer(new OfficerId(account)).orElse(null);
        if (account != null && officer == null) input.wrong("officer", "unknown", "is no officer of the directory");
        String name = input.optional("name", given.name(), LINE);
        if (name == null && officer == null) input.wrong("name", "required", "is required");
        String title = input.optional("title", given.title(), LINE);
        String authority = input.optional("authority", given.authority(), LINE);
        mustBeNear("from", given.from(), input);
        mustBeNear("until", given.until(), input);
        input.mustBeValid();
        var power = new SigningPower(
                id,
                of,
                officer == null ? null : officer.id(),
                name == null ? Objects.requireNonNull(officer).name() : name,
                Objects.requireNonNull(as),
                title,
                authority,
                Objects.requireNonNullElse(given.from(), sheets.today()),
                given.until());
        send(new GiveSigningPower(power, by));
        return power;
    }

    /** @param on first day it is no more in force; today when left out */
    public void end(String unit, String id, @Nullable LocalDate on, Actor by) {
        Input input = new Input();
        mustBeNear("on", on, input);
        input.mustBeValid();
        send(new EndSigningPower(unit(unit), id, Objects.requireNonNullElse(on, sheets.today()), by));
    }

    private void mustBeNear(String field, @Nullable LocalDate day, Input input) {
        if (day == null) return;
        LocalDate today = sheets.today();
        boolean strange = day.isBefore(today.minusYears(CENTURY)) || day.isAfter(today.plusYears(CENTURY));
        if (strange) input.wrong(field, "out-of-bounds", "is too far from today");
    }

    private void send(SigningPowerCommand order) {
        commands.send(order, order.by().id().value());
    }

    private UnitId unit(String id) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        UnitId unit = new UnitId(id);
        if (directory.unit(unit).isEmpty()) throw new NotFound();
        return unit;
    }
}
