package vn.caunoi.ops.receipt;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A receipt log as read: its cases, and what is wrong with its lines. */
record ReceiptLog(List<LoggedCase> cases, List<LogProblem> problems, long lines) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    /** The file cannot be read as a receipt log at all; the message says why. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static ReceiptLog read(Path file) {
        // Bytes that are not UTF-8 become the replacement character and are reported with their line.
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        if (!Files.isRegularFile(file)) throw new Unreadable("There is no file " + file + ".");
        try (Reader reader = new java.io.InputStreamReader(Files.newInputStream(file), decoder)) {
            return read(reader);
        } catch (IOException e) {
            throw new Unreadable("The file cannot be read: " + e.getMessage());
        }
    }

    static ReceiptLog read(Reader text) {
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            mustHaveColumns(parser);
            Reading reading = new Reading();
            for (CSVRecord record : parser) reading.add(new LogLine(record, parser.getCurrentLineNumber()));
            return reading.log();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new Unreadable("The file is no CSV: " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("The file has no readable header line: " + e.getMessage());
        }
    }

    private static void mustHaveColumns(CSVParser parser) {
        TreeSet<String> missing = new TreeSet<>(LogLine.COLUMNS);
        missing.removeAll(parser.getHeaderNames());
        if (!missing.isEmpty()) throw new Unreadable("The file lacks the columns " + String.join(", ", missing) + ".");
    }

    /** Collects lines into cases; a case's own facts are those of its first good line. */
    private static final class Reading {
        private final Map<String, LoggedCase> cases = new LinkedHashMap<>();
        private final List<LogProblem> problems = new ArrayList<>();
        private long lines;

        void add(LogLine line) {
            lines++;
            try {
                LoggedCase stated = line.stated();
                LoggedCase first = cases.putIfAbsent(stated.number(), stated);
                if (first == null) lookAt(stated);
                LoggedCase known = first == null ? stated : first;
                if (!line.agreesWith(known))
                    report(line, "says otherwise than line " + known.line() + " about the case", true);
                known.entries().add(line.entry());
                if (line.entry().at().isBefore(known.received()))
                    report(line, "the activity lies before the receipt of the case", true);
            } catch (LogLine.Bad bad) {
                report(line, String.valueOf(bad.getMessage()), false);
            }
        }

        private void lookAt(LoggedCase stated) {
            Instant closed = stated.closed();
            if (closed == null || !closed.isBefore(stated.received())) return;
            problems.add(new LogProblem(
                    stated.line(),
                    stated.number(),
                    "the end lies before the receipt; taken as closed when received",
                    true));
            cases.put(
                    stated.number(),
                    new LoggedCase(
                            stated.line(),
                            stated.number(),
                            stated.channel(),
                            stated.department(),
                            stated.responsible(),
                            stated.received(),
                            stated.plannedEnd(),
                            stated.received(),
                            stated.entries()));
        }

        private void report(LogLine line, String why, boolean taken) {
            problems.add(new LogProblem(line.number(), line.caseNumber(), why, taken));
        }

        ReceiptLog log() {
            return new ReceiptLog(List.copyOf(cases.values()), List.copyOf(problems), lines);
        }
    }
}
