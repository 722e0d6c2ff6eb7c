package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import vn.caunoi.api.idempotency.OnceFilter;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterId;
import vn.caunoi.core.petition.LetterState;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.letter.Letter;
import vn.caunoi.projections.letter.Letters;

/** Letters of cases over HTTP. */
@RestController
@RequestMapping("/api")
@Tag(name = "letters")
class LetterCalls {

    @Schema(name = "DraftedLetter")
    record Drafted(LetterId id, PetitionId petition, long version) {}

    @Schema(name = "LetterDone")
    record Done(PetitionId petition, long version) {}

    @Schema(name = "LettersOfACase")
    record All(List<Letter> items) {}

    @Schema(name = "LetterForms")
    record Forms(List<LetterForm> items) {}

    private final LetterDesk desk;
    private final LetterLook look;
    private final Letters letters;
    private final CurrentActor current;

    LetterCalls(LetterDesk desk, LetterLook look, Letters letters, CurrentActor current) {
        this.desk = desk;
        this.look = look;
        this.letters = letters;
        this.current = current;
    }

    @GetMapping("/letters")
    @Operation(summary = "Letters that stand so, the one that has waited longest first; SUBMITTED when left out")
    Page<Letters.Entry> waiting(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        LetterState asked = Asked.choice("state", state, LetterState.class);
        LetterState of = Objects.requireNonNullElse(asked, LetterState.SUBMITTED);
        return letters.waiting(of, Visibility.of(reader()), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/petitions/{id}/letters")
    @Operation(summary = "The letters of a case")
    All all(@PathVariable String id) {
        Actor actor = reader();
        CaseFile file = look.file(id, actor);
        return new All(look.of(file, actor));
    }

    @GetMapping("/petitions/{id}/letters/forms")
    @Operation(summary = "Forms that a letter of this case may be begun from")
    Forms forms(@PathVariable String id) {
        return new Forms(desk.forms(look.file(id, reader())));
    }

    @GetMapping("/petitions/{id}/letters/forms/{template}")
    @Operation(summary = "What a letter of this form would say of the case; nothing is recorded")
    LetterText filled(@PathVariable String id, @PathVariable String template) {
        return desk.filled(id, template, worker());
    }

    @PostMapping("/petitions/{id}/letters")
    @Operation(summary = "Draft a letter; what is left out of the text is filled from the case")
    ResponseEntity<Drafted> draft(
            @PathVariable String id, @RequestBody LetterInput.Draft body, HttpServletRequest request) {
        Object seed = request.getAttribute(OnceFilter.SEED);
        LetterDesk.Begun begun =
                desk.draft(id, body, worker(), seed == null ? UUID.randomUUID().toString() : seed.toString());
        URI location = URI.create("/api/petitions/" + id + "/letters/" + begun.letter());
        return ResponseEntity.created(location)
                .body(new Drafted(
                        begun.letter(),
                        begun.written().petition(),
                        begun.written().version()));
    }

    @GetMapping("/petitions/{id}/letters/{letter}")
    @Operation(summary = "A letter")
    Letter letter(@PathVariable String id, @PathVariable String letter) {
        return look.read(id, letter, reader());
    }

    @PostMapping("/petitions/{id}/letters/{letter}/{what}")
    @Operation(
            summary = "Go on with a letter",
            description = "what: redraft, submit, return, sign, number, send, deliver, recall, discard")
    Done act(
            @PathVariable String id,
            @PathVariable String letter,
            @PathVariable String what,
            @RequestBody LetterInput.Order body) {
        var written = desk.act(id, letter, what, body, worker());
        return new Done(written.petition(), written.version());
    }

    @GetMapping("/petitions/{id}/letters/{letter}/pdf")
    @Operation(summary = "The PDF as it was issued; of a draft what it would be, marked as one")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @PathVariable String letter) {
        return file(desk.pdf(id, letter, reader()), MediaType.APPLICATION_PDF, letter + ".pdf");
    }

    @GetMapping("/petitions/{id}/letters/{letter}/docx")
    @Operation(summary = "The letter as a document of a word processor")
    ResponseEntity<byte[]> docx(@PathVariable String id, @PathVariable String letter) {
        return file(desk.docx(id, letter, reader()), MediaType.parseMediaType(LetterDocx.TYPE), letter + ".docx");
    }

    static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
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

    private Actor reader() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
    }

    private Actor worker() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
