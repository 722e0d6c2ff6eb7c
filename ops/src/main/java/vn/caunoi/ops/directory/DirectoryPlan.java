package vn.caunoi.ops.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.ops.directory.DirectoryFile.Problem;
import vn.caunoi.ops.directory.DirectoryFile.UnitLine;
import vn.caunoi.projections.directory.Directory;

/**
 * What a file would change of the directory as it is now. Units and officers that the file does not name stay as they are.
 *
 * @param units to be established, those above before those below
 * @param appointed officers that are new
 * @param changed officers whose unit, name or roles change
 * @param accounts officers who get an account
 * @param same lines that change nothing
 * @param problems in the order of the lines; while there is one, nothing is to be done
 */
record DirectoryPlan(
        List<UnitLine> units,
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
            Predicate<OfficerId> hasAccount) {
        return new Planning(file, knownUnits, knownOfficers, hasAccount).plan();
    }

    private static final class Planning {
        private final DirectoryFile file;
        private final Map<UnitId, Directory.Unit> knownUnits;
        private final Map<OfficerId, Directory.Officer> knownOfficers;
        private final Predicate<OfficerId> hasAccount;
        private final List<Problem> problems;
        private final LinkedHashSet<UnitLine> units = new LinkedHashSet<>();
        private final List<OfficerLine> appointed = new ArrayList<>();
        private final List<Change> changed = new ArrayList<>();
        private int same;

        Planning(
                DirectoryFile file,
                List<Directory.Unit> knownUnits,
                List<Directory.Officer> knownOfficers,
                Predicate<OfficerId> hasAccount) {
            this.file = file;
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
            return new DirectoryPlan(List.copyOf(units), appointed, changed, accounts, same, problems);
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

        private void compare(UnitLine unit, Directory.Unit known) {
            boolean alike = known.name().equals(unit.name()) && Objects.equals(known.parent(), unit.parent());
            if (alike) same++;
            else
                problem(
                        unit.line(),
                        unit.id().value(),
                        "the unit exists as \"" + known.name() + "\""
                                + (known.parent() == null ? " at the top" : " under " + known.parent())
                                + "; a file does not rename or move a unit");
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
            else if (known == null) appointed.add(officer);
            else if (isSame(officer, known)) same++;
            else changed.add(new Change(officer, known));
        }

        private static boolean isSame(OfficerLine officer, Directory.Officer known) {
            return officer.unit().equals(known.unit())
                    && officer.name().equals(known.name())
                    && officer.roles().equals(known.roles());
        }

        private void problem(long line, String id, String why) {
            problems.add(new Problem(line, id, why));
        }
    }
}
