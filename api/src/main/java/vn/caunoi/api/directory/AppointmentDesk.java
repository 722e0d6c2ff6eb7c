package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.directory.Directory.Appointment;

/** For administrators: who is appointed to what, from when to when. */
@Component
public class AppointmentDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int SHORT = 200;
    private static final int MOST = 200;

    /** @param name left out: as it is; {@code roles} empty: none from that day on */
    @Schema(name = "AppointmentGiven")
    public record Given(
            @Nullable String unit,
            @Nullable String name,
            @Nullable List<@Nullable String> roles,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @param unit and {@code roles} of the appointment in force; no roles while none is
     * @param appointments all there were and will be, the first first
     */
    @Schema(name = "AppointedOfficer")
    public record Appointed(
            OfficerId officer, String name, UnitId unit, Set<Role> roles, List<Appointment> appointments) {}

    private final Directory directory;
    private final Commands commands;
    private final Progress progress;

    AppointmentDesk(Directory directory, Commands commands, Progress progress) {
        this.directory = directory;
        this.commands = commands;
        this.progress = progress;
    }

    /**
     * By name, at most 200.
     *
     * @param q found in account or name, with or without marks; null for all
     */
    public List<Appointed> all(@Nullable String q) {
        String plain = q == null ? "" : PlainText.of(q.strip());
        List<Directory.Officer> found = directory.everybody().stream()
                .filter(one -> PlainText.of(one.name() + " " + one.id()).contains(plain))
                .sorted(Comparator.comparing(Directory.Officer::name))
                .limit(MOST)
                .toList();
        Map<OfficerId, List<Appointment>> appointments = directory.appointmentsOf(
                found.stream().map(Directory.Officer::id).toList());
        return found.stream().map(one -> appointed(one, appointments)).toList();
    }

    public Appointed find(String officer) {
        if (officer.isBlank() || officer.indexOf('\0') >= 0) throw new NotFound();
        Directory.Officer one = directory.officer(new OfficerId(officer)).orElseThrow(NotFound::new);
        return appointed(one, directory.appointmentsOf(List.of(one.id())));
    }

    private static Appointed appointed(Directory.Officer one, Map<OfficerId, List<Appointment>> appointments) {
        return new Appointed(
                one.id(), one.name(), one.unit(), one.roles(), appointments.getOrDefault(one.id(), List.of()));
    }

    /** Somebody who is known already: accounts are made from the command line or with the directory's file. */
    public Appointed appoint(String officer, Given given, Actor by) {
        Appointed known = find(officer);
        Input input = new Input();
        String name = input.optional("name", given.name(), SHORT);
        String unit = input.required("unit", given.unit(), SHORT);
        LocalDate from = input.present("from", given.from());
        usual("from", from, input);
        usual("until", given.until(), input);
        Set<Role> roles = roles(given.roles(), input);
        if (!unit.isBlank()) mustBe(new UnitId(unit), input);
        input.mustBeValid();
        commands.send(
                new AppointOfficer(
                        known.officer(),
                        new UnitId(unit),
                        name == null ? known.name() : name,
                        roles,
                        from,
                        given.until()),
                by.id().value());
        progress.awaitSettled(PATIENCE);
        return find(officer);
    }

    /** Other years are slips; a day before all others would stand for the appointment without a first day. */
    private static void usual(String field, @Nullable LocalDate day, Input input) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 9999))
            input.wrong(field, "out-of-bounds", "is between the years 1900 and 9999");
    }

    private void mustBe(UnitId unit, Input input) {
        boolean ended = directory.unit(unit).map(Directory.Unit::isEnded).orElse(false);
        if (directory.unit(unit).isEmpty()) input.wrong("unit", "unknown", "is not known");
        else if (ended) input.wrong("unit", "ended", "is no more");
    }

    private static Set<Role> roles(@Nullable List<@Nullable String> given, Input input) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (given == null) return roles;
        for (String word : given) {
            if (word == null || word.isBlank()) continue;
            String wanted = word.strip().toLowerCase(Locale.ROOT);
            Arrays.stream(Role.values())
                    .filter(role -> role.group().equals(wanted))
                    .findFirst()
                    .ifPresentOrElse(roles::add, () -> input.wrong("roles", "not-an-option", "is not a role"));
        }
        return roles;
    }
}
