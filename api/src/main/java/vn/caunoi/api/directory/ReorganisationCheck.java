package vn.caunoi.api.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitChange.Kind;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** Reads the changes of a reorganisation against the directory as it is, and tells all that is wrong with them. */
final class ReorganisationCheck {

    private static final int SHORT = 200;
    private static final int MOST = 2_000;
    private static final int MOST_PLACES = 500;

    private final Map<UnitId, Directory.Unit> known;
    private final Input input;
    private final Set<UnitId> established = new HashSet<>();
    private final Map<UnitId, UnitId> moved = new HashMap<>();

    ReorganisationCheck(List<Directory.Unit> units, Input input) {
        this.known = units.stream().collect(Collectors.toMap(Directory.Unit::id, Function.identity()));
        this.input = input;
    }

    List<UnitChange> changes(@Nullable List<ReorganisationInput.@Nullable Change> given) {
        List<ReorganisationInput.@Nullable Change> lines = given == null ? new ArrayList<>() : given;
        if (lines.isEmpty()) input.present("changes", null);
        if (lines.size() > MOST) input.wrong("changes", "too-great", "are at most " + MOST);
        List<UnitChange> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), MOST); i++) {
            UnitChange change = change("changes[" + i + "].", lines.get(i));
            if (change != null) changes.add(change);
        }
        for (UnitChange change : changes) {
            if (change.kind() == Kind.ESTABLISH) established.add(change.unit());
            if (change.kind() == Kind.MOVE && change.parent() != null) moved.put(change.unit(), change.parent());
        }
        if (changes.size() == lines.size()) {
            for (int i = 0; i < changes.size(); i++) mustFit("changes[" + i + "].", changes.get(i));
        }
        return changes;
    }

    private @Nullable UnitChange change(String at, ReorganisationInput.@Nullable Change given) {
        if (given == null) {
            input.present(at + "kind", null);
            return null;
        }
        if (given.kind() == null || given.kind().isBlank()) input.present(at + "kind", null);
        Kind kind = input.choice(at + "kind", given.kind(), Kind.class);
        String unit = input.required(at + "unit", given.unit(), SHORT);
        if (kind == null || unit.isBlank()) return null;
        UnitId id = new UnitId(unit);
        return new UnitChange(
                kind,
                id,
                to(at, kind, id, given),
                id(at + "parent", given.parent()),
                input.optional(at + "name", given.name(), SHORT),
                texts(at + "places", given.places()),
                texts(at + "categories", given.categories()),
                Boolean.TRUE.equals(given.officers()));
    }

    /** What a unit that ends leaves behind goes to the one above, if nobody else is named. */
    private @Nullable UnitId to(String at, Kind kind, UnitId unit, ReorganisationInput.Change given) {
        UnitId named = id(at + "to", given.to());
        Directory.Unit ending = known.get(unit);
        return named == null && kind == Kind.END && ending != null ? ending.parent() : named;
    }

    private @Nullable UnitId id(String field, @Nullable String given) {
        String name = input.optional(field, given, SHORT);
        return name == null ? null : new UnitId(name);
    }

    private List<String> texts(String field, @Nullable List<@Nullable String> given) {
        if (given == null) return List.of();
        if (given.size() > MOST_PLACES) input.wrong(field, "too-great", "are at most " + MOST_PLACES);
        Set<String> texts = new LinkedHashSet<>();
        for (String one : given.subList(0, Math.min(given.size(), MOST_PLACES))) {
            String text = input.optional(field, one, SHORT);
            if (text != null) texts.add(text);
        }
        return List.copyOf(texts);
    }

    private void mustFit(String at, UnitChange change) {
        boolean there = known.containsKey(change.unit());
        if (change.kind() == Kind.ESTABLISH) {
            if (there) input.wrong(at + "unit", "taken", "is there already, or was once");
        } else if (!there) {
            input.wrong(at + "unit", "unknown", "is not known");
        } else {
            mustBeThere(at + "unit", change.unit());
        }
        if (change.handsOver()) mustBeThere(at + "to", change.to());
        if (change.kind() == Kind.ESTABLISH || change.kind() == Kind.MOVE) mustBeThere(at + "parent", change.parent());
        if (change.kind() == Kind.MOVE && leadsBack(change))
            input.wrong(at + "parent", "below-itself", "lies below the unit itself");
    }

    private void mustBeThere(String field, @Nullable UnitId unit) {
        if (unit == null || established.contains(unit)) return;
        Directory.Unit found = known.get(unit);
        if (found == null) input.wrong(field, "unknown", "is not known");
        else if (found.isEnded()) input.wrong(field, "ended", "is no more");
    }

    private boolean leadsBack(UnitChange change) {
        UnitId at = change.parent();
        Set<UnitId> seen = new HashSet<>();
        while (at != null && seen.add(at)) {
            if (at.equals(change.unit())) return true;
            UnitId next = moved.get(at);
            Directory.Unit found = known.get(at);
            at = next != null ? next : found == null ? null : found.parent();
        }
        return false;
    }
}
