package vn.caunoi.api.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.caunoi.api.directory.ReorganisationInput;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.UnitChange;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Reorganisations.ReorganisationPlan;

/** The form of a reorganisation: what was typed, a line for each change, and some empty lines. */
record ReorganisationForm(String title, String basis, String on, List<Line> lines) {

    private static final int EMPTY = 4;
    private static final int MORE = 12;
    private static final int MOST = 2_000;

    record Line(
            String kind,
            String unit,
            String to,
            String parent,
            String name,
            String places,
            String categories,
            boolean officers) {

        static final Line BLANK = new Line("", "", "", "", "", "", "", false);

        boolean isBlank() {
            return Stream.of(kind, unit, to, parent, name, places, categories).allMatch(String::isBlank);
        }
    }

    static ReorganisationForm blank(LocalDate on) {
        return new ReorganisationForm("", "", on.toString(), List.of()).withRoom(EMPTY * 2);
    }

    /** @param shown how a category is shown */
    static ReorganisationForm of(ReorganisationPlan plan, UnaryOperator<String> shown) {
        return new ReorganisationForm(
                        plan.title(),
                        Objects.requireNonNullElse(plan.basis(), ""),
                        plan.on().toString(),
                        plan.changes().stream()
                                .map(change -> line(change, shown))
                                .toList())
                .withRoom(EMPTY);
    }

    private static Line line(UnitChange change, UnaryOperator<String> shown) {
        return new Line(
                change.kind().name(),
                change.unit().value(),
                text(change.to()),
                text(change.parent()),
                Objects.requireNonNullElse(change.name(), ""),
                String.join("; ", change.places()),
                String.join("; ", change.categories().stream().map(shown).toList()),
                change.officers());
    }

    private static String text(@Nullable UnitId unit) {
        return unit == null ? "" : unit.value();
    }

    /** What was sent; lines that say nothing are left out. */
    static ReorganisationForm sent(MultiValueMap<String, String> sent) {
        int lines = Math.min(MOST, sent.getOrDefault("kind", List.of()).size());
        List<Line> typed = new ArrayList<>();
        for (int n = 0; n < lines; n++) {
            Line line = new Line(
                    at(sent, "kind", n),
                    at(sent, "unit", n),
                    at(sent, "to", n),
                    at(sent, "parent", n),
                    at(sent, "name", n),
                    at(sent, "places", n),
                    at(sent, "categories", n),
                    at(sent, "officers", n).equals("yes"));
            if (!line.isBlank()) typed.add(line);
        }
        return new ReorganisationForm(at(sent, "title", 0), at(sent, "basis", 0), at(sent, "on", 0), typed);
    }

    private static String at(MultiValueMap<String, String> sent, String name, int n) {
        List<String> values = sent.getOrDefault(name, List.of());
        return n < values.size() && values.get(n) != null ? values.get(n) : "";
    }

    ReorganisationForm more() {
        return withRoom(MORE);
    }

    ReorganisationForm withRoom() {
        return withRoom(EMPTY);
    }

    private ReorganisationForm withRoom(int empty) {
        List<Line> room = new ArrayList<>(lines);
        for (int n = 0; n < empty; n++) room.add(Line.BLANK);
        return new ReorganisationForm(title, basis, on, room);
    }

    /** @param kept how a category that was typed is kept */
    ReorganisationInput input(UnaryOperator<String> kept) {
        List<ReorganisationInput.@Nullable Change> changes = new ArrayList<>();
        for (Line line : lines) {
            if (line.isBlank()) continue;
            changes.add(new ReorganisationInput.Change(
                    line.kind(),
                    line.unit(),
                    line.to(),
                    line.parent(),
                    line.name(),
                    listed(line.places(), UnaryOperator.identity()),
                    listed(line.categories(), kept),
                    line.officers()));
        }
        return new ReorganisationInput(title, basis, day(on), changes);
    }

    private static List<@Nullable String> listed(String text, UnaryOperator<String> kept) {
        List<@Nullable String> listed = new ArrayList<>();
        for (String one : text.split("[;\\n]", -1)) {
            if (!one.isBlank()) listed.add(kept.apply(one.strip()));
        }
        return listed;
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isBlank()) return null;
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Input.refusal("on", "malformed", "is not a day");
        }
    }
}
