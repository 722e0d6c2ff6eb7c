package vn.caunoi.ops.directory;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;

/** A directory as its file has it, and what is wrong with its lines. */
record DirectoryFile(
        Map<UnitId, DirectoryFile.UnitLine> units,
        Map<OfficerId, DirectoryFile.OfficerLine> officers,
        List<DirectoryFile.Problem> problems) {

    static final Set<String> COLUMNS = Set.of("what", "id", "name", "unit", "roles", "account");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /**
     * @param parent null for a unit at the top
     * @param from first day; null: at once
     */
    record UnitLine(
            long line,
            UnitId id,
            @Nullable UnitId parent,
            String name,
            @Nullable LocalDate from) {}

    /**
     * @param account whether there is to be an account, for the identity provider until it gets a password
     * @param from first day of the appointment; null: at once
     * @param until last day; null while it is not known
     */
    record OfficerLine(
            long line,
            OfficerId id,
            UnitId unit,
            String name,
            Set<Role> roles,
            boolean account,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    record Problem(long line, String id, String why) {}

    /** The file cannot be read as a directory at all; the message says why. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /** @param from for lines without a day of their own; null: at once */
    static DirectoryFile read(Path file, @Nullable LocalDate from) {
        if (!Files.isRegularFile(file)) throw new Unreadable("There is no file " + file + ".");
        // what is no UTF-8 would be stored wrong for ever
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (Reader text = new InputStreamReader(Files.newInputStream(file), decoder)) {
            return read(text, from);
        } catch (IOException unreadable) {
            throw new Unreadable("The file cannot be read as UTF-8: " + unreadable.getMessage());
        }
    }

    static DirectoryFile read(Reader text, @Nullable LocalDate from) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            TreeSet<String> missing = new TreeSet<>(COLUMNS);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty())
                throw new Unreadable("The file lacks the columns " + String.join(", ", missing) + ".");
            Reading reading = new Reading(from);
            for (CSVRecord record : parser) reading.add(parser.getCurrentLineNumber(), record);
            return new DirectoryFile(reading.units, reading.officers, reading.problems);
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new Unreadable("The file is no CSV in UTF-8: " + broken.getMessage());
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unreadable("The file has no readable header line: " + broken.getMessage());
        }
    }

    private static final class Reading {
        private final Map<UnitId, UnitLine> units = new LinkedHashMap<>();
        private final Map<OfficerId, OfficerLine> officers = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Long> seen = new HashMap<>();
        private final @Nullable LocalDate from;

        Reading(@Nullable LocalDate from) {
            this.from = from;
        }

        void add(long line, CSVRecord record) {
            LineOfDirectory one = new LineOfDirectory(line, record, from);
            try {
                Long before = seen.putIfAbsent(one.what() + " " + one.id(), line);
                if (before != null) throw one.bad("is the same " + one.what() + " as line " + before);
                if (one.what().equals("unit")) {
                    UnitLine unit = one.unit();
                    units.put(unit.id(), unit);
                } else {
                    OfficerLine officer = one.officer();
                    officers.put(officer.id(), officer);
                }
            } catch (LineOfDirectory.Bad bad) {
                problems.add(new Problem(line, one.rawId(), String.valueOf(bad.getMessage())));
            }
        }
    }
}
