package vn.caunoi.api.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import vn.caunoi.api.moving.Envelopes;
import vn.caunoi.api.moving.MappingFile;
import vn.caunoi.api.moving.MovingFolder;
import vn.caunoi.api.moving.MovingLog;
import vn.caunoi.api.moving.MovingOut;
import vn.caunoi.api.moving.MovingRefused;
import vn.caunoi.api.moving.MovingRuns;
import vn.caunoi.api.moving.ProblemWords;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.projections.Visibility;

/** Petitions of a former register: administrators take them in; heads and inspectors give petitions out. */
@Controller
class MovingPages {

    private static final int SHOWN = 20;

    private final MovingRuns runs;
    private final MovingLog log;
    private final MovingOut out;
    private final MovingFolder folder;
    private final ProblemWords words;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    MovingPages(
            MovingRuns runs,
            MovingLog log,
            MovingOut out,
            MovingFolder folder,
            ProblemWords words,
            CurrentActor current,
            Names names,
            Words say) {
        this.runs = runs;
        this.log = log;
        this.out = out;
        this.folder = folder;
        this.words = words;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/admin/moving-in")
    String look(Model model) {
        fill(model);
        return "moving-in";
    }

    @PostMapping("/admin/moving-in")
    ModelAndView take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable MultipartFile mapping,
            @RequestParam(defaultValue = "") String passphrase,
            @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        Actor actor = current.with(Role.ADMIN);
        if (file == null || file.isEmpty()) return again(say.text("moving.file.missing"));
        try (InputStream content = file.getInputStream()) {
            byte[] by = mapping == null || mapping.isEmpty() ? new byte[0] : mapping.getBytes();
            String name = file.getOriginalFilename() == null ? "?" : file.getOriginalFilename();
            Envelopes envelopes = passphrase.isBlank() ? null : Envelopes.of(passphrase);
            runs.start(content, name, by.length == 0 ? own() : by, dryRun, envelopes, actor.id(), Words.locale());
        } catch (MovingRefused refused) {
            return again(words.of(refused, Words.locale()));
        }
        return Pages.seeOther("/admin/moving-in");
    }

    private static byte[] own() throws IOException {
        try (InputStream file = MappingFile.class.getResourceAsStream("/moving/caunoi.yml")) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }

    private ModelAndView again(String why) {
        Model model = new ExtendedModelMap();
        fill(model);
        model.addAttribute("refused", why);
        return new ModelAndView("moving-in", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(Model model) {
        current.with(Role.ADMIN);
        MovingRuns.State run = runs.last().orElse(null);
        model.addAttribute("run", run).addAttribute("log", log.last(SHOWN));
        model.addAttribute("errors", runs.errors().isPresent());
        if (run == null) return;
        if (run.refused() != null) model.addAttribute("why", words.of(run.refused(), Words.locale()));
        model.addAttribute(
                "problems",
                run.problems().stream()
                        .map(one -> new Told(
                                one.line(), one.number(), one.column(), one.value(), words.of(one, Words.locale())))
                        .toList());
    }

    /** What is wrong with a line, in the reader's language. */
    record Told(
            long line,
            @Nullable String number,
            String column,
            @Nullable String value,
            String problem) {}

    @GetMapping("/admin/moving-in/errors.csv")
    ResponseEntity<Resource> errors() {
        current.with(Role.ADMIN);
        Path list = runs.errors().orElseThrow(NotFound::new);
        return attachment("errors.csv").body(new FileSystemResource(list));
    }

    @GetMapping("/export")
    String wish(Model model) {
        Actor actor = reader();
        model.addAttribute("units", actor.is(Role.INSPECTOR) ? names.units() : names.units(actor.covers()));
        return "export";
    }

    @GetMapping("/export/petitions")
    ResponseEntity<Resource> give(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "csv") String as)
            throws IOException {
        Actor actor = reader();
        return give(wish(actor, from, to, unit), null, as.equals("xlsx") ? "petitions.xlsx" : "petitions.csv", actor);
    }

    /** With denunciations in envelopes; by a form, for a passphrase stands in no address. */
    @PostMapping("/export/petitions")
    Object giveSealed(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String passphrase)
            throws IOException {
        Actor actor = reader();
        try {
            var secrets = new MovingOut.Secrets(Envelopes.of(passphrase), actor);
            return give(wish(actor, from, to, unit), secrets, "petitions.csv", actor);
        } catch (MovingRefused refused) {
            Model model = new ExtendedModelMap();
            wish(model);
            model.addAttribute("refused", words.of(refused, Words.locale()));
            return new ModelAndView("export", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static MovingOut.Wish wish(Actor actor, @Nullable LocalDate from, @Nullable LocalDate to, String unit) {
        String named = Lists.text("unit", unit);
        UnitId of = named == null ? null : new UnitId(named);
        if (of != null && !Visibility.of(actor).sees(of)) throw new NotFound();
        return new MovingOut.Wish(from, to, of);
    }

    private ResponseEntity<Resource> give(
            MovingOut.Wish wish, MovingOut.@Nullable Secrets secrets, String name, Actor actor) throws IOException {
        String id = log.begin(actor.id().value(), MovingLog.What.OUT, name, "caunoi");
        // the file is there only when it is whole, and gone when it was read
        Path file = folder.kept(InputStream.nullInputStream());
        long written;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                SheetOut sheet = SheetOut.to(stream, name)) {
            written = out.write(wish, Visibility.of(actor), actor.id(), secrets, sheet, lines -> {});
        }
        log.end(id, written, written, 0, 0);
        return attachment(name)
                .contentLength(Files.size(file))
                .body(new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    private Actor reader() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }

    private static ResponseEntity.BodyBuilder attachment(String name) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_OCTET_STREAM);
    }
}
