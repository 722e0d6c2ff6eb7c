package vn.caunoi.api.dossier;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.dossier.Dossiers;

/** Dossiers of closed cases over HTTP. */
@RestController
@RequestMapping("/api")
@Tag(name = "cases")
class DossierCalls {

    private final DossierDesk desk;
    private final CurrentActor current;

    DossierCalls(DossierDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/dossiers")
    @Operation(
            summary = "Dossiers of closed cases, the one closed first at the top",
            description = "which: all, due (the storage time is over and nothing is decided), lent")
    Page<DossierDesk.Line> list(
            @RequestParam(required = false) @Nullable String which,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Dossiers.Which asked =
                Objects.requireNonNullElse(Asked.choice("which", which, Dossiers.Which.class), Dossiers.Which.ALL);
        return desk.list(asked, reader(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/petitions/{id}/dossier")
    @Operation(summary = "The dossier of a closed case: index with pages, storage time, where the papers lie")
    DossierDesk.Looked look(@PathVariable String id) {
        return desk.look(id, reader());
    }

    @GetMapping("/petitions/{id}/dossier/cover.pdf")
    @Operation(summary = "Cover sheet and index as PDF")
    ResponseEntity<byte[]> pdf(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("bia-ho-so.pdf"))
                .body(desk.pdf(id, reader()));
    }

    @GetMapping("/petitions/{id}/dossier/whole.zip")
    @Operation(summary = "The whole dossier: cover and index, every document, and their hashes")
    ResponseEntity<StreamingResponseBody> zip(@PathVariable String id) {
        Actor actor = reader();
        desk.readable(id, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment("ho-so.zip"))
                .body(to -> desk.zip(id, actor, to));
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    @PostMapping("/petitions/{id}/dossier/{what}")
    @Operation(
            summary = "Record what becomes of the papers",
            description = "what: place, lend, return, keep-for-good, decide")
    DossierDesk.Looked act(@PathVariable String id, @PathVariable String what, @RequestBody DossierInput body) {
        Actor actor = reader();
        desk.act(id, what, body, actor);
        return desk.look(id, actor);
    }

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }
}
