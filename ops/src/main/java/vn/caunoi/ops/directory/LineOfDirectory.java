package vn.caunoi.ops.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.ops.directory.DirectoryFile.OfficerLine;
import vn.caunoi.ops.directory.DirectoryFile.UnitLine;

/** One line, read as what it says it is. @param otherwise its day, where it has none of its own; null: at once */
record LineOfDirectory(
        long number, CSVRecord record, @Nullable LocalDate otherwise) {

    private static final int LONGEST = 200;

    /** What is wrong with it; the rest of the file is read all the same. */
    static final class Bad extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Bad(String why) {
            super(why);
        }
    }

    String what() {
        String what = text("what").toLowerCase(Locale.ROOT);
        if (!what.equals("unit") && !what.equals("officer")) throw bad("what is \"" + what + "\", not unit or officer");
        return what;
    }

    String id() {
        return required("id");
    }

    /** For a message, whatever it is. */
    String rawId() {
        return text("id");
    }

    UnitLine unit() {
        String parent = text("unit");
        if (!text("roles").isEmpty()) throw bad("a unit has no roles");
        if (!text("account").isEmpty()) throw bad("a unit has no account");
        if (parent.equals(id())) throw bad("the unit is said to be above itself");
        if (!text("until").isEmpty()) throw bad("a unit has no last day: plan its end");
        return new UnitLine(
                number, new UnitId(id()), parent.isEmpty() ? null : new UnitId(parent), required("name"), from());
    }

    OfficerLine officer() {
        LocalDate from = from();
        LocalDate until = day("until");
        if (until != null && from != null && until.isBefore(from)) throw bad("until lies before from");
        return new OfficerLine(
                number,
                new OfficerId(id()),
                new UnitId(required("unit")),
                required("name"),
                roles(),
                account(),
                from,
                until);
    }

    private @Nullable LocalDate from() {
        LocalDate own = day("from");
        return own == null ? otherwise : own;
    }

    private @Nullable LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw bad(column + " is no day like 2027-01-31");
        }
    }

    private Set<Role> roles() {
        Set<Role> roles = new TreeSet<>();
        for (String word : required("roles").split("[\\s;,]+")) roles.add(role(word));
        return roles;
    }

    private Role role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> bad("there is no role \"" + word + "\""));
    }

    private boolean account() {
        return switch (text("account").toLowerCase(Locale.ROOT)) {
            case "", "no" -> false;
            case "yes" -> true;
            default -> throw bad("account is yes, no or empty");
        };
    }

    private String required(String column) {
        String text = text(column);
        if (text.isEmpty()) throw bad(column + " is missing");
        if (text.length() > LONGEST) throw bad(column + " is longer than " + LONGEST + " characters");
        if (text.chars().anyMatch(Character::isISOControl)) throw bad(column + " has a character that is not allowed");
        return text;
    }

    private String text(String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }

    Bad bad(String why) {
        return new Bad(why);
    }
}
