package vn.caunoi.ops.receipt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.IntakeCommand;
import vn.caunoi.core.petition.IntakeCommand.Activity;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/**
 * Takes the cases of a receipt log over. Ids are derived from the register's own, so a second run takes only what the
 * first did not reach.
 */
final class ReceiptImport {
    static final String SOURCE = "receipt";
    private static final String BY = "system:import";

    private final Commands commands;
    private final Streams streams;
    private final PetitionCodes codes;

    /** Where new codes come from. */
    interface PetitionCodes {
        PetitionCode next();
    }

    /** Told after every case. */
    interface Watcher {
        void done(int cases, int of);
    }

    /** What a run did. */
    record Result(int taken, int already, int open, int closed, int activities, int units, int officers) {}

    ReceiptImport(Commands commands, Streams streams, PetitionCodes codes) {
        this.commands = commands;
        this.streams = streams;
        this.codes = codes;
    }

    /** @param under the unit below which the register's departments stand; null: each at the top */
    Result take(ReceiptLog log, @Nullable UnitId under, Watcher watcher) {
        Set<String> units = establishUnits(log, under);
        int officers = appointOfficers(log);
        List<LoggedCase> taken = new ArrayList<>();
        int seen = 0;
        for (LoggedCase one : log.cases()) {
            if (!isHere(one)) {
                commands.send(order(one), BY);
                taken.add(one);
            }
            watcher.done(++seen, log.cases().size());
        }
        int open = (int) taken.stream().filter(LoggedCase::open).count();
        int activities = taken.stream().mapToInt(one -> one.entries().size()).sum();
        return new Result(
                taken.size(), seen - taken.size(), open, taken.size() - open, activities, units.size(), officers);
    }

    private boolean isHere(LoggedCase one) {
        try (var events = streams.of(id(one).value())) {
            return events.findAny().isPresent();
        }
    }

    private Set<String> establishUnits(ReceiptLog log, @Nullable UnitId under) {
        Set<String> departments = new TreeSet<>();
        log.cases().forEach(one -> departments.add(one.department()));
        departments.forEach(name -> commands.send(new EstablishUnit(unit(name), under, name), BY));
        return departments;
    }

    /** An officer belongs to the department of the first case that names them. */
    private int appointOfficers(ReceiptLog log) {
        TreeMap<String, String> departments = new TreeMap<>();
        for (LoggedCase one : log.cases())
            if (one.responsible() != null) departments.putIfAbsent(one.responsible(), one.department());
        for (LoggedCase one : log.cases())
            for (LoggedCase.Entry entry : one.entries())
                if (entry.resource() != null) departments.putIfAbsent(entry.resource(), one.department());
        departments.forEach((name, department) ->
                commands.send(new AppointOfficer(officer(name), unit(department), name, Set.of(Role.OFFICER)), BY));
        return departments.size();
    }

    private IntakeCommand.Import order(LoggedCase one) {
        PetitionId id = id(one);
        return new IntakeCommand.Import(
                id,
                codes.next().toString(),
                content(one, KeyId.petition(id.value())),
                new Origin(SOURCE, one.number(), one.channel(), !one.open()),
                one.responsible() == null ? null : officer(one.responsible()),
                one.entries().stream()
                        .map(entry -> new Activity(entry.activity(), entry.resource(), entry.group(), entry.at()))
                        .toList(),
                one.plannedEnd(),
                one.closed());
    }

    private static IntakeCommand.Content content(LoggedCase one, KeyId key) {
        String subject = "Receipt of permit application " + one.number();
        return new IntakeCommand.Content(
                null,
                channel(one.channel()),
                one.received(),
                Sealed.of(key, subject),
                Sealed.of(key, "Imported from the receipt log of a municipality; the log holds no text of the case."),
                null,
                unit(one.department()),
                null,
                true,
                false,
                null,
                null,
                List.of(),
                List.of());
    }

    static PetitionId id(LoggedCase one) {
        byte[] name = ("caunoi:" + SOURCE + ":" + one.number()).getBytes(StandardCharsets.UTF_8);
        return new PetitionId(UUID.nameUUIDFromBytes(name).toString());
    }

    static UnitId unit(String department) {
        return new UnitId(SOURCE + "." + word(department));
    }

    /** Prefixed, for a register may name somebody like an account that is here already. */
    static OfficerId officer(String name) {
        return new OfficerId(SOURCE + "." + word(name));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static Channel channel(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "Internet" -> Channel.ONLINE;
            case "Desk" -> Channel.DESK;
            case "Post" -> Channel.POST;
            case "e-mail" -> Channel.EMAIL;
            default -> Channel.OTHER;
        };
    }

    /** How long a run waits for the processes and read models at its end. */
    static final Duration SETTLE = Duration.ofMinutes(5);
}
