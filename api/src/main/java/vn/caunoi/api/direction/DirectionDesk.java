package vn.caunoi.api.direction;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.DirectionCommand;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.Part;
import vn.caunoi.projections.directory.Directory;

/** Directions (chỉ đạo): a superior says what is to be done by when, whoever has the case reports it as done. */
@Component
public class DirectionDesk {

    private static final int LONG = 20_000;
    private static final int SHORT = 200;
    private static final Set<Role> STAFF = Set.of(Role.CLERK, Role.OFFICER, Role.HEAD);

    private final VisibleCases cases;
    private final Directory directory;
    private final Casework casework;

    DirectionDesk(VisibleCases cases, Directory directory, Casework casework) {
        this.cases = cases;
        this.directory = directory;
        this.casework = casework;
    }

    /** The unit that has a case and those above it that somebody has a say over, the nearest first. */
    public List<Directory.Unit> units(CaseFile file, Actor by) {
        return directory.path(file.unit()).reversed().stream()
                .filter(unit -> by.covers(unit.id()))
                .toList();
    }

    /** Who may be directed by name: of those units, neither oneself nor somebody the case is about. */
    public List<Directory.Officer> officers(CaseFile file, Actor by) {
        return units(file, by).stream()
                .flatMap(unit -> directory.officersOf(unit.id()).stream())
                .filter(one -> one.roles().stream().anyMatch(STAFF::contains))
                .filter(one -> !one.id().equals(by.id()) && !file.accused().contains(one.id()))
                .toList();
    }

    public Written give(String id, DirectionInput.Give given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String text = input.required("text", given.text(), LONG);
        LocalDate doBy = input.present("doBy", given.doBy());
        Directory.Officer officer = officer(input.optional("officer", given.officer(), SHORT), file, by, input);
        UnitId unit =
                officer == null ? unit(input.optional("unit", given.unit(), SHORT), file, by, input) : officer.unit();
        input.mustBeValid();
        OfficerId name = officer == null ? null : officer.id();
        return casework.send(
                new DirectionCommand.Give(file.id(), unit, name, Objects.requireNonNull(doBy), text, by), by);
    }

    private UnitId unit(@Nullable String given, CaseFile file, Actor by, Input input) {
        if (given == null) return file.unit();
        UnitId unit = new UnitId(given);
        if (units(file, by).stream().noneMatch(one -> one.id().equals(unit)))
            input.wrong("unit", "not-an-option", "is not one of the choices");
        return unit;
    }

    private Directory.@Nullable Officer officer(@Nullable String given, CaseFile file, Actor by, Input input) {
        if (given == null) return null;
        Directory.Officer found = officers(file, by).stream()
                .filter(one -> one.id().value().equals(given))
                .findFirst()
                .orElse(null);
        if (found == null) input.wrong("officer", "not-an-option", "is not one of the choices");
        return found;
    }

    public Written done(String id, int direction, DirectionInput.Done given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String answer = input.required("answer", given.answer(), LONG);
        input.mustBeValid();
        return casework.send(new DirectionCommand.ReportDone(file.id(), direction, answer, by), by);
    }

    public Written takeBack(String id, int direction, DirectionInput.TakeBack given, Actor by) {
        CaseFile file = cases.find(id, by);
        Input input = new Input();
        String reason = input.required("reason", given.reason(), LONG);
        input.mustBeValid();
        return casework.send(new DirectionCommand.TakeBack(file.id(), direction, reason, by), by);
    }

    /** What somebody may report as done: what names them or nobody, or what a head reports for an officer. */
    public static List<Part.Direction> reportable(CaseFile file, Actor by) {
        if (!by.covers(file.unit()) || by.roles().stream().noneMatch(STAFF::contains)) return List.of();
        return file.directions().stream()
                .filter(one -> one.isOpen() && !one.by().equals(by.id()))
                .filter(one -> one.officer() == null || by.id().equals(one.officer()) || by.is(Role.HEAD))
                .toList();
    }

    /** What somebody may take back: their own, an inspector all. */
    public static List<Part.Direction> revocable(CaseFile file, Actor by) {
        return file.directions().stream()
                .filter(one -> one.isOpen() && (one.by().equals(by.id()) || by.is(Role.INSPECTOR)))
                .toList();
    }
}
