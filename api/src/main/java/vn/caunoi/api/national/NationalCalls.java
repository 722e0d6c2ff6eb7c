package vn.caunoi.api.national;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.caunoi.api.moving.LineProblem;
import vn.caunoi.api.moving.MovingFolder;
import vn.caunoi.api.moving.MovingRefused;
import vn.caunoi.api.moving.ProblemWords;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.national.National;
import vn.caunoi.projections.national.NationalState;

/** The national database over HTTP. */
@RestController
@RequestMapping("/api/national")
@Tag(name = "national database")
class NationalCalls {

    /** What is to be sent; all that is left out leaves open. */
    record Send(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** @param problems lines that were left out */
    record Answered(int taken, int already, List<Problem> problems) {}

    record Problem(
            long line,
            @Nullable String code,
            String column,
            @Nullable String value,
            String problem) {}

    private final NationalDesk desk;
    private final National national;
    private final ProblemWords words;
    private final MovingFolder folder;
    private final CurrentActor current;

    NationalCalls(NationalDesk desk, National national, ProblemWords words, MovingFolder folder, CurrentActor current) {
        this.desk = desk;
        this.national = national;
        this.words = words;
        this.folder = folder;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "How petitions stand with the national database",
            description = "state is one of NOT_SENT, SENT, TAKEN, REFUSED.")
    Page<National.Entry> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        Send asked = new Send(state, unit, kind, Asked.day("from", from), Asked.day("to", to));
        return national.list(filter(asked), Visibility.of(actor), Asked.cursor(cursor), Asked.limit(limit));
    }

    @PostMapping("/batches")
    @Operation(
            summary = "Send what was not sent, or was refused, to the national database",
            description =
                    "At most 2,000 petitions of what the filter finds. The answer names the batch, whose file can be"
                            + " fetched.")
    NationalDesk.Sent send(@RequestBody Send body) {
        return desk.send(filter(body), current.get());
    }

    @GetMapping("/batches/{batch}")
    @Operation(summary = "The file of a batch, as CSV or with as=xlsx as a spreadsheet")
    ResponseEntity<byte[]> file(@PathVariable String batch, @RequestParam(defaultValue = "csv") String as)
            throws IOException {
        String name = batch + (as.equals("xlsx") ? ".xlsx" : ".csv");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SheetOut sheet = SheetOut.to(file, name)) {
            desk.write(batch, current.get(), sheet);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"national-" + safe(name) + "\"")
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.toByteArray());
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9.-]", "_");
    }

    @PostMapping(path = "/answers", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Take the answer file of the national database",
            description = "CSV or XLSX with a number or the reason of a refusal for each code.")
    Answered take(@RequestPart("file") MultipartFile file, Locale locale) throws IOException {
        Path arrived;
        try (InputStream content = file.getInputStream()) {
            arrived = folder.kept(content);
        }
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "?");
            NationalDesk.Taken taken = desk.take(arrived, name, current.get());
            return new Answered(
                    taken.taken(),
                    taken.already(),
                    taken.problems().stream().map(one -> told(one, locale)).toList());
        } catch (MovingRefused refused) {
            throw Input.refusal("file", "unreadable", words.of(refused, locale));
        } finally {
            Files.delete(arrived);
        }
    }

    private Problem told(LineProblem one, Locale locale) {
        return new Problem(one.line(), one.number(), one.column(), one.value(), words.of(one, locale));
    }

    private static National.Filter filter(Send given) {
        Input input = new Input();
        NationalState state = input.choice("state", given.state(), NationalState.class);
        Kind kind = input.choice("kind", given.kind(), Kind.class);
        String unit = input.optional("unit", given.unit(), 200);
        Asked.usual("from", given.from(), input);
        Asked.usual("to", given.to(), input);
        input.mustBeValid();
        return new National.Filter(state, unit == null ? null : new UnitId(unit), kind, given.from(), given.to());
    }
}
