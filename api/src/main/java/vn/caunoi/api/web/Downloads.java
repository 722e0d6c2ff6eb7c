package vn.caunoi.api.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import vn.caunoi.api.sheet.SheetOut;

/** Heads of answers that a browser keeps as a file and nothing in between keeps at all. */
final class Downloads {

    private Downloads() {}

    /** @param name without its ending */
    static void csv(HttpServletResponse response, String name) {
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        file(response, "text/csv", name + ".csv");
    }

    /** A small table, whole. */
    static void csv(HttpServletResponse response, String name, List<List<String>> lines) throws IOException {
        csv(response, name);
        try (SheetOut out = SheetOut.to(response.getOutputStream(), ".csv")) {
            for (List<String> line : lines) out.line(line);
        }
    }

    static void file(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
