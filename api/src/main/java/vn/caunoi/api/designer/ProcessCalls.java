package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.ModelCheck;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.processes.studio.Standing;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;

/** Process models over HTTP. Everybody who works here may read them; designers check and publish. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "processes")
class ProcessCalls {

    /** The types a BPMN file is sent with. */
    private static final String XML = "application/xml";

    private static final String TEXT_XML = "text/xml";
    private static final String BPMN = "application/bpmn+xml";
    private static final String BYTES = "application/octet-stream";
    private static final String NOTHING_SAID = "application/x-www-form-urlencoded";

    /** @param standing to new cases, as of now */
    record ProcessModel(String key, int version, String name, Instant publishedAt, Standing standing) {}

    /** @param problems errors keep a model from being published, warnings do not */
    record Checked(List<Problem> problems) {}

    record PublishedModel(String key, int version) {}

    private final Library library;
    private final VersionDesk versions;
    private final ModelCheck check;
    private final Publishing publishing;
    private final StudioDesk studio;
    private final Problems problems;
    private final CurrentActor current;

    ProcessCalls(
            Library library,
            VersionDesk versions,
            ModelCheck check,
            Publishing publishing,
            StudioDesk studio,
            Problems problems,
            CurrentActor current) {
        this.studio = studio;
        this.library = library;
        this.versions = versions;
        this.check = check;
        this.publishing = publishing;
        this.problems = problems;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "The published versions, by key, the newest first",
            description =
                    "All of them in one answer, unless limit says how many. key= of one process; standing= in_effect, pilot,"
                            + " awaited, replaced or retired.")
    Page<ProcessModel> models(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        String only = Asked.text("key", key);
        Standing as = Asked.choice("standing", standing, Standing.class);
        String after = Asked.cursor(cursor);
        int most = limit == null || limit.isBlank() ? Integer.MAX_VALUE : Asked.limit(limit);
        List<ProcessModel> rows = versions.all().entrySet().stream()
                .filter(one -> only == null || one.getKey().key().equals(only))
                .filter(one -> as == null || one.getValue() == as)
                .map(one -> model(one.getKey(), one.getValue()))
                .dropWhile(one -> after != null && !place(one).toString().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(most + 1L)
                .toList();
        return Page.of(rows, most, ProcessCalls::place);
    }

    private static Cursor place(ProcessModel one) {
        return new Cursor(one.publishedAt(), one.key() + " " + one.version());
    }

    private static ProcessModel model(Library.Entry one, Standing standing) {
        return new ProcessModel(one.key(), one.version(), one.name(), one.publishedAt(), standing);
    }

    @GetMapping(path = "/{key}/{version}", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The BPMN file of a version")
    String xml(@PathVariable String key, @PathVariable String version) {
        current.get();
        if (!version.matches("\\d{1,9}")) throw new NotFound();
        return library.xml(key, Integer.parseInt(version)).orElseThrow(NotFound::new);
    }

    @PostMapping(
            path = "/check",
            consumes = {XML, TEXT_XML, BPMN, BYTES, NOTHING_SAID})
    @Operation(summary = "Say what is wrong with a model")
    Checked check(@RequestBody byte[] xml) {
        current.with(Role.DESIGNER);
        return new Checked(check.check(xml));
    }

    @PostMapping(consumes = {XML, TEXT_XML, BPMN, BYTES, NOTHING_SAID})
    @Operation(summary = "Publish a model; new cases follow it at once")
    ResponseEntity<?> publish(@RequestBody byte[] xml, Locale locale) {
        String by = current.with(Role.DESIGNER).id().value();
        if (studio.isBySecondPerson()) {
            throw Refusal.because(
                    Reason.INVALID_INPUT, "model", "second-person", "is approved by another designer, in the studio");
        }
        return switch (publishing.publish(xml, by)) {
            case Publishing.Published p ->
                ResponseEntity.created(URI.create("/api/processes/" + p.key() + "/" + p.version()))
                        .body(new PublishedModel(p.key(), p.version()));
            case Publishing.Refused refused ->
                ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problems.ofModel(refused.problems(), locale));
        };
    }
}
