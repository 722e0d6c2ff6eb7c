package vn.caunoi.api.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.directory.Directory;

/** Judges the lines of a table, all of them before any is taken. */
final class YardstickReading {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*%?");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d|2100");
    private static final int WHOLE = 10_000;
    private static final int WORST = 100;
    private static final int BEST = 500;
    private static final int TOLD = 100;

    private final Map<String, List<UnitId>> units = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<YardstickTrouble> wrong;

    YardstickReading(List<Directory.Unit> known, List<YardstickTrouble> wrong) {
        this.wrong = wrong;
        known.forEach(unit -> units.computeIfAbsent(plain(unit.name()), name -> new ArrayList<>())
                .add(unit.id()));
        known.forEach(unit -> units.put(plain(unit.id().value()), List.of(unit.id())));
    }

    /** Those that are right; what is wrong with the others, the first hundred, is added. */
    List<YardstickLine> read(List<YardstickFile.Line> lines) {
        List<YardstickLine> right = new ArrayList<>();
        for (YardstickFile.Line line : lines) {
            if (wrong.size() >= TOLD) break;
            int before = wrong.size();
            YardstickLine read = line(line);
            if (read == null || wrong.size() > before) continue;
            if (read.isEmpty()) tell(line, "", "says-nothing");
            else if (!seen.add(read.unit() + "/" + read.year())) tell(line, "unit", "doubled");
            else right.add(read);
        }
        return right;
    }

    private @Nullable YardstickLine line(YardstickFile.Line line) {
        UnitId unit = unit(line);
        Integer year = year(line);
        Integer index = number(line, "index", 0, WHOLE);
        Integer asked = asked(line);
        Integer targetIndex = number(line, "target_index", 0, WHOLE);
        Integer targetRating = number(line, "target_rating", WORST, BEST);
        if (asked != null && index == null) tell(line, "asked", "no-index");
        return unit == null || year == null
                ? null
                : new YardstickLine(unit, year, index, asked, targetIndex, targetRating);
    }

    private @Nullable UnitId unit(YardstickFile.Line line) {
        String named = line.cell("unit");
        List<UnitId> meant = named == null ? List.of() : units.getOrDefault(plain(named), List.of());
        if (meant.size() == 1) return meant.getFirst();
        tell(line, "unit", named == null ? "required" : meant.isEmpty() ? "unknown-unit" : "several-units");
        return null;
    }

    private @Nullable Integer year(YardstickFile.Line line) {
        String given = line.cell("year");
        if (given != null && YEAR.matcher(given).matches()) return Integer.valueOf(given);
        tell(line, "year", given == null ? "required" : "no-year");
        return null;
    }

    private @Nullable Integer asked(YardstickFile.Line line) {
        String given = line.cell("asked");
        if (given == null) return null;
        if (COUNT.matcher(given).matches()) return Integer.valueOf(given);
        tell(line, "asked", "no-count");
        return null;
    }

    /** In hundredths. */
    private @Nullable Integer number(YardstickFile.Line line, String heading, int least, int most) {
        String given = line.cell(heading);
        if (given == null) return null;
        Matcher number = NUMBER.matcher(given);
        if (!number.matches()) {
            tell(line, heading, "no-number");
            return null;
        }
        String rest = number.group(2) == null ? "00" : (number.group(2) + "0").substring(0, 2);
        int hundredths = Integer.parseInt(number.group(1) + rest);
        if (hundredths >= least && hundredths <= most) return hundredths;
        tell(line, heading, "out-of-range");
        return null;
    }

    private void tell(YardstickFile.Line line, String heading, String code) {
        String value = line.cell(heading);
        wrong.add(new YardstickTrouble(line.number(), heading, code, value == null ? "" : YardstickFile.shown(value)));
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
