package vn.caunoi.api.moving;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** Units and officers there are, asked once for a whole file. */
final class Known {

    private final Map<String, UnitId> units = new HashMap<>();
    private final Set<String> officers = new HashSet<>();

    Known(Directory directory) {
        Set<String> twice = new HashSet<>();
        for (Directory.Unit unit : directory.units()) {
            String name = MappingFile.key(unit.name());
            if (units.putIfAbsent(name, unit.id()) != null) twice.add(name);
        }
        twice.forEach(units::remove);
        directory.units().forEach(unit -> units.put(unit.id().value(), unit.id()));
        directory.officers().forEach(officer -> officers.add(officer.id().value()));
    }

    /** By its id, or by its name where only one has it. */
    Optional<UnitId> unit(String word) {
        UnitId unit = units.get(word);
        return Optional.ofNullable(unit == null ? units.get(MappingFile.key(word)) : unit);
    }

    Optional<OfficerId> officer(String account) {
        return officers.contains(account) ? Optional.of(new OfficerId(account)) : Optional.empty();
    }
}
