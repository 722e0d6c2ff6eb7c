package vn.caunoi.ops.directory;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.category.CategoryInput;
import vn.caunoi.core.category.Category;
import vn.caunoi.core.category.DefaultUnit;

/** Categories as their file has them, in the columns of the export, and what is wrong with its lines. */
record CategoriesFile(List<CategoriesFile.Line> lines, List<DirectoryFile.Problem> problems) {

    private static final Set<String> COLUMNS = Set.of("id", "parent", "vi", "en", "field");
    private static final String MARK = "\uFEFF";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    /** @param until last day on which it is chosen; null while none is known */
    record Line(long number, Category category, @Nullable LocalDate until) {}

    /** Whether the header of a file is one of categories. */
    static boolean isOne(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> names = List.of(
                    lines.findFirst().orElse("").replace(MARK, "").strip().split("\\s*,\\s*"));
            return names.contains("vi") && names.contains("parent");
        } catch (IOException | UncheckedIOException unreadable) {
            return false;
        }
    }

    /** @param from for lines without a day of their own */
    static CategoriesFile read(Path file, LocalDate from) {
        try {
            // strict: what is no UTF-8 would be stored wrong for ever
            return read(
                    new StringReader(
                            Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^" + MARK, "")),
                    from);
        } catch (CharacterCodingException broken) {
            throw new DirectoryFile.Unreadable("The file cannot be read as UTF-8: " + broken.getMessage());
        } catch (IOException unreadable) {
            throw new DirectoryFile.Unreadable("There is no file " + file + ".");
        }
    }

    static CategoriesFile read(Reader text, LocalDate from) {
        List<Line> lines = new ArrayList<>();
        List<DirectoryFile.Problem> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            TreeSet<String> missing = new TreeSet<>(COLUMNS);
            missing.removeAll(parser.getHeaderNames());
            if (!missing.isEmpty())
                throw new DirectoryFile.Unreadable("The file lacks the columns " + String.join(", ", missing) + ".");
            for (CSVRecord record : parser) {
                long number = parser.getCurrentLineNumber();
                String id = cell(record, "id");
                try {
                    if (!seen.add(id)) throw new LineOfDirectory.Bad("stands there twice");
                    lines.add(line(number, record, from));
                } catch (LineOfDirectory.Bad bad) {
                    problems.add(new DirectoryFile.Problem(number, id, String.valueOf(bad.getMessage())));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException | IllegalArgumentException broken) {
            throw new DirectoryFile.Unreadable("The file is no CSV in UTF-8: " + broken.getMessage());
        }
        return new CategoriesFile(lines, problems);
    }

    private static Line line(long number, CSVRecord record, LocalDate otherwise) {
        LocalDate own = day(record, "from");
        LocalDate from = own == null ? otherwise : own;
        LocalDate until = day(record, "until");
        if (own != null && until != null && until.isBefore(own))
            throw new LineOfDirectory.Bad("until lies before from");
        String parent = cell(record, "parent");
        String field = cell(record, "field").toLowerCase(Locale.ROOT);
        Category category = new Category(
                cell(record, "id"),
                parent.isEmpty() ? null : parent,
                cell(record, "vi"),
                cell(record, "en"),
                field.isEmpty() ? null : field,
                units(cell(record, "units")),
                from);
        return new Line(number, category, until);
    }

    private static List<DefaultUnit> units(String text) {
        return Stream.of(text.split("[\\s;,]+"))
                .filter(one -> !one.isEmpty())
                .map(CategoryInput::unit)
                .toList();
    }

    private static @Nullable LocalDate day(CSVRecord record, String column) {
        String text = cell(record, column);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new LineOfDirectory.Bad(column + " is no day like 2027-01-31");
        }
    }

    private static String cell(CSVRecord record, String column) {
        return record.isMapped(column) && record.isSet(column)
                ? record.get(column).strip()
                : "";
    }
}
