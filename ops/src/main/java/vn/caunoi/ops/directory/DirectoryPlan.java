package vn.caunoi.ops.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.ops.directory.DirectoryFile.Problem;
import vn.caunoi.ops.directory.DirectoryFile.UnitLine;
import vn.caunoi.projections.directory.Directory;

/**
 * What a file would change of the directory as it is now. Units and officers that the file does not name stay as they are.
 *
 * @param units to be established, those above before those below
 * @param planned what happens to units on days to come, or to units there are: by its day
 * @param appointed officers that are new
 * @param changed officers whose unit, name or roles change
 * @param accounts officers who get an account
 * @param same lines that change nothing
 * @param problems in the order of the lines; while there is one, nothing is to be done
 */
record DirectoryPlan(
        List<UnitLine> units,
        SortedMap<LocalDate, List<UnitChange>> planned,
        List<OfficerLine> appointed,
        List<Change> changed,
        List<OfficerLine> accounts,
        int same,
        List<Problem> problems) {

    record Change(OfficerLine to, Directory.Officer from) {}

    static DirectoryPlan of(
            DirectoryFile file,
            List<Directory.Unit> knownUnits,
            List<Directory.Officer> knownOfficers,
            Collection<Directory.Appointment> appointments,
            Predicate<OfficerId> hasAccount,
            LocalDate today) {
        return new Planning(file, knownUnits, knownOfficers, appointments, hasAccount, today).plan();
    }

    private static final class Planning {
        private final DirectoryFile file;
        private final Map<UnitId, Directory.Unit> knownUnits;
        private final Map<OfficerId, Directory.Officer> knownOfficers;
        private final Collection<Directory.Appointment> appointments;
        private final Predicate<OfficerId> hasAccount;
        private final LocalDate today;
        private final SortedMap<LocalDate, List<UnitChange>> planned = new TreeMap<>();
        private final List<Problem> problems;
        private final LinkedHashSet<UnitLine> units = new LinkedHashSet<>();
        private final Set<UnitId> compared = new HashSet<>();
        private final List<OfficerLine> appointed = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private int same;

        Planning(
                DirectoryFile file,
                List<Directory.Unit> knownUnits,
                List<Directory.Officer> knownOfficers,
                Collection<Directory.Appointment> appointments,
                Predicate<OfficerId> hasAccount,
                LocalDate today) {
            this.file = file;
            this.appointments = appointments;
            this.today = today;
            this.knownUnits = knownUnits.stream().collect(Collectors.toMap(Directory.Unit::id, Function.identity()));
            this.knownOfficers =
                    knownOfficers.stream().collect(Collectors.toMap(Directory.Officer::id, Function.identity()));
            this.hasAccount = hasAccount;
            this.problems = new ArrayList<>(file.problems());
        }

        DirectoryPlan plan() {
            file.units().values().forEach(unit -> establish(unit, new HashSet<>()));
            file.officers().values().forEach(this::appoint);
            List<OfficerLine> accounts = file.officers().values().stream()
                    .filter(officer -> officer.account() && !hasAccount.test(officer.id()))
                    .toList();
            problems.sort(Comparator.comparingLong(Problem::line));
            return new DirectoryPlan(atOnce(), planned, appointed, changed, accounts, same, problems);
        }

        /** What is to come goes into a plan for its day, those above first. */
        private List<UnitLine> atOnce() {
            List<UnitLine> atOnce = new ArrayList<>();
            for (UnitLine unit : units) {
                LocalDate from = unit.from();
                if (from == null || !from.isAfter(today)) atOnce.add(unit);
                else plan(from, UnitChange.establish(unit.id(), unit.parent(), unit.name()));
            }
            return atOnce;
        }

        private void plan(LocalDate on, UnitChange change) {
            planned.computeIfAbsent(on, first -> new ArrayList<>()).add(change);
        }

        /** Those above first, wherever they stand in the file. */
        private void establish(UnitLine unit, Set<UnitId> below) {
            if (units.contains(unit)) return;
            Directory.Unit known = knownUnits.get(unit.id());
            if (known != null) {
                compare(unit, known);
                return;
            }
            if (!below.add(unit.id())) {
                problem(unit.line(), unit.id().value(), "the units above it lead back to it");
                return;
            }
            parent(unit).ifPresent(above -> establish(above, below));
            if (!isThere(unit.parent())) problem(unit.line(), unit.id().value(), "there is no unit " + unit.parent());
            else units.add(unit);
        }

        /** Once, however many units stand below it in the file. */
        private void compare(UnitLine unit, Directory.Unit known) {
            if (!compared.add(unit.id())) return;
            boolean alike = known.name().equals(unit.name()) && Objects.equals(known.parent(), unit.parent());
            if (known.isEnded()) problem(unit.line(), unit.id().value(), "the unit is no more");
            else if (alike) same++;
            else if (unit.from() != null) change(unit, known, unit.from());
            else
                problem(
                        unit.line(),
                        unit.id().value(),
                        "the unit exists as \"" + known.name() + "\""
                                + (known.parent() == null ? " at the top" : " under " + known.parent())
                                + "; to rename or move it, say from which day");
        }

        private void change(UnitLine unit, Directory.Unit known, LocalDate from) {
            LocalDate on = from.isAfter(today) ? from : today;
            if (!known.name().equals(unit.name())) plan(on, UnitChange.rename(unit.id(), unit.name()));
            if (Objects.equals(known.parent(), unit.parent())) return;
            if (unit.parent() == null || !isThere(unit.parent()))
                problem(unit.line(), unit.id().value(), "there is no unit " + unit.parent() + " to move it under");
            else plan(on, UnitChange.move(unit.id(), unit.parent()));
        }

        private Optional<UnitLine> parent(UnitLine unit) {
            return unit.parent() == null
                    ? Optional.empty()
                    : Optional.ofNullable(file.units().get(unit.parent()));
        }

        private boolean isThere(@Nullable UnitId unit) {
            return unit == null || knownUnits.containsKey(unit) || file.units().containsKey(unit);
        }

        private void appoint(OfficerLine officer) {
            Directory.Officer known = knownOfficers.get(officer.id());
            if (!isThere(officer.unit()))
                problem(officer.line(), officer.id().value(), "there is no unit " + officer.unit());
            else if (isEnded(officer.unit()))
                problem(officer.line(), officer.id().value(), "the unit " + officer.unit() + " is no more");
            else if (known == null) appointed.add(officer);
            else if (isPlanned(officer) || isSame(officer, known)) same++;
            else changed.add(new Change(officer, known));
        }

        private boolean isEnded(UnitId unit) {
            Directory.Unit known = knownUnits.get(unit);
            return known != null && known.isEnded();
        }

        /** Whether the very appointment was given already, whether or not its day has come. */
        private boolean isPlanned(OfficerLine officer) {
            return officer.from() != null
                    && appointments.contains(new Directory.Appointment(
                            officer.id(), officer.unit(), officer.roles(), officer.from(), officer.until()));
        }

        private boolean isSame(OfficerLine officer, Directory.Officer known) {
            boolean atOnce = officer.until() == null
                    && (officer.from() == null || !officer.from().isAfter(today));
            return atOnce
                    && officer.unit().equals(known.unit())
                    && officer.name().equals(known.name())
                    && officer.roles().equals(known.roles());
        }

        private void problem(long line, String id, String why) {
            problems.add(new Problem(line, id, why));
        }
    }
}
