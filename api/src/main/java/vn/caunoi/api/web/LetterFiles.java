package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.caunoi.api.letter.LetterDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Letters to print and to work on. */
@Controller
class LetterFiles {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final LetterDesk desk;
    private final CurrentActor current;

    LetterFiles(LetterDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/cases/{id}/letters/{letter}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @PathVariable String letter) {
        byte[] content = desk.pdf(id, letter, current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR));
        return file(content, MediaType.APPLICATION_PDF, letter + ".pdf");
    }

    @GetMapping("/cases/{id}/letters/{letter}/docx")
    ResponseEntity<byte[]> docx(@PathVariable String id, @PathVariable String letter) {
        byte[] content = desk.docx(id, letter, current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR));
        return file(content, DOCX, letter + ".docx");
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(content);
    }
}
