package vn.caunoi.api.category;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.caunoi.api.sheet.SheetOut;

/** Categories as a file: its columns are those that are taken in. */
public final class CategoryTable {

    public static final List<String> COLUMNS = List.of("id", "parent", "vi", "en", "field", "units", "from", "until");

    private CategoryTable() {}

    /** For download. */
    public static void write(List<CategoryDesk.Shown> all, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("categories.csv")
                        .build()
                        .toString());
        try (SheetOut sheet = SheetOut.to(response.getOutputStream(), "categories.csv")) {
            sheet.line(COLUMNS);
            for (CategoryDesk.Shown one : all) sheet.line(cells(one));
        }
    }

    /** {@code until} is the last day it is chosen. */
    private static List<String> cells(CategoryDesk.Shown one) {
        String parent = one.path().size() < 2 ? "" : one.path().get(one.path().size() - 2);
        return List.of(
                one.id(),
                parent,
                one.vi(),
                one.en(),
                Objects.requireNonNullElse(one.ownField(), ""),
                String.join(" ", one.units()),
                one.from() == null ? "" : one.from().toString(),
                one.retiredOn() == null ? "" : one.retiredOn().minusDays(1).toString());
    }
}
