package vn.caunoi.api.moving;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads a file whose columns are known by name, line by line, with the same care as one that is moved in. */
public final class Answers {

    private Answers() {}

    /** @param cells by heading, without blanks around them */
    public record Row(long line, Map<String, String> cells) {}

    /** @throws MovingRefused when it cannot be read, or lacks one of the columns */
    public static void read(Path file, List<String> columns, Consumer<Row> each) {
        Mapping plain = new Mapping("answers", 1, null, null, List.of(), false, Map.of());
        try (SheetFile sheet = SheetFile.open(file, plain)) {
            Map<String, Integer> places = places(sheet.header(), columns);
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (row.isBlank()) continue;
                Map<String, String> cells = new LinkedHashMap<>();
                for (var place : places.entrySet()) cells.put(place.getKey(), cell(row, place.getValue()));
                each.accept(new Row(row.line(), cells));
            }
        }
    }

    private static Map<String, Integer> places(List<String> header, List<String> columns) {
        Map<String, Integer> places = new HashMap<>();
        for (String column : columns) {
            int place = header.indexOf(column);
            if (place < 0) throw new MovingRefused("no-column", column, String.join(", ", header));
            places.put(column, place);
        }
        return places;
    }

    private static String cell(SheetRow row, int place) {
        return place < row.cells().size() ? row.cells().get(place).strip() : "";
    }
}
