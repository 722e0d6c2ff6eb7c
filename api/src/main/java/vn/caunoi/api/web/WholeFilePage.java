package vn.caunoi.api.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.file.FileDays;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.HistoryItem;
import vn.caunoi.projections.letter.Letter;

/** The whole file of a case as PDF. One with a long history comes in parts, so that none takes long to write. */
@Controller
class WholeFilePage {

    /** So many events one part tells. */
    private static final int EVENTS = 1000;

    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final VisibleCases visible;
    private final CaseFiles files;
    private final Story story;
    private final LetterLook letters;
    private final FileDesk documents;
    private final FileDays days;
    private final WholeFilePdf pdf;
    private final ReadingLog readings;
    private final CurrentActor current;
    private final Names names;
    private final Words say;
    private final Clock clock;

    WholeFilePage(
            VisibleCases visible,
            CaseFiles files,
            Story story,
            LetterLook letters,
            FileDesk documents,
            FileDays days,
            WholeFilePdf pdf,
            ReadingLog readings,
            CurrentActor current,
            Names names,
            Words say,
            Clock clock) {
        this.visible = visible;
        this.files = files;
        this.story = story;
        this.letters = letters;
        this.documents = documents;
        this.days = days;
        this.pdf = pdf;
        this.readings = readings;
        this.current = current;
        this.names = names;
        this.say = say;
        this.clock = clock;
    }

    /** How many parts the file of a case has. */
    static int parts(long events) {
        return (int) Math.max(1, (events + EVENTS - 1) / EVENTS);
    }

    /** A case as its reader sees it. @param asOf null for the present, else what was recorded later is left out */
    private record Read(
            CaseFile now,
            CaseFile file,
            List<HistoryItem> history,
            @Nullable Instant asOf) {}

    /** @param asOf a moment of the past; left out for the present */
    @GetMapping("/cases/{id}/whole.pdf")
    ResponseEntity<byte[]> whole(
            @PathVariable String id,
            @RequestParam(defaultValue = "1") int part,
            @RequestParam(required = false) @Nullable String asOf) {
        Actor actor = current.get();
        Read read = read(visible.find(id, actor), CasePage.moment(asOf), actor);
        int parts = parts(read.history().size());
        if (part < 1 || part > parts) throw new NotFound();
        byte[] written = pdf.of(printed(read, actor, part, parts));
        readings.note(read.file().id(), actor, Reading.What.EXPORT, read.asOf());
        String name = named(read) + (parts == 1 ? "" : "-" + part) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(written);
    }

    private static String named(Read read) {
        String code = read.file().code();
        return read.asOf() == null
                ? code
                : code + "-" + IN_NAMES.format(read.asOf().atZone(DueDate.ZONE));
    }

    private Read read(CaseFile now, @Nullable Instant asOf, Actor actor) {
        Visibility sight = Visibility.of(actor);
        List<HistoryItem> history = files.history(now.id(), sight).orElseThrow(NotFound::new);
        if (asOf == null) return new Read(now, now, history, null);
        CaseFile then = files.asOf(now.id(), asOf, sight).orElseThrow(NotFound::new);
        return new Read(
                now,
                then,
                history.stream().filter(item -> !item.at().isAfter(asOf)).toList(),
                asOf);
    }

    /** All parts by the names of their files, for who takes the case along with them. */
    Map<String, byte[]> parts(CaseFile file, Actor actor) {
        Read read = read(file, null, actor);
        int parts = parts(read.history().size());
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (int part = 1; part <= parts; part++) {
            String name = parts == 1 ? "case.pdf" : "case-" + part + ".pdf";
            written.put(name, pdf.of(printed(read, actor, part, parts)));
        }
        return written;
    }

    private WholeFilePdf.Printed printed(Read read, Actor actor, int part, int parts) {
        boolean first = part == 1;
        return new WholeFilePdf.Printed(
                read.file(),
                first ? documents(read, actor) : List.of(),
                first ? letters(read, actor) : List.of(),
                first ? links(read.file(), actor) : List.of(),
                told(read.history(), part),
                part,
                parts,
                names.officer(actor.id()),
                clock.instant(),
                read.history().getLast().at(),
                read.asOf());
    }

    /** Who may read them is said by the case as it stands, also of a time when it was not sealed yet. */
    private List<FileDesk.Uploaded> documents(Read read, Actor actor) {
        List<FileDesk.Uploaded> all = documents.of(read.now(), actor);
        Instant asOf = read.asOf();
        if (asOf == null || all.isEmpty()) return all;
        Map<String, Instant> came = days.of(read.now().id());
        return all.stream()
                .filter(one -> !came.getOrDefault(one.id(), Instant.MAX).isAfter(asOf))
                .toList();
    }

    private List<Letter> letters(Read read, Actor actor) {
        return read.asOf() == null ? letters.of(read.now(), actor) : letters.asOf(read.now(), actor, read.asOf());
    }

    private List<Story.Told> told(List<HistoryItem> history, int part) {
        int from = (part - 1) * EVENTS;
        return story.of(history).reversed().subList(from, Math.min(from + EVENTS, history.size()));
    }

    private List<String> links(CaseFile file, Actor actor) {
        return file.links().stream()
                .map(link -> say.word("relation", link.relation()) + " "
                        + code(files.byId(link.petition(), Visibility.of(actor)).orElse(null)))
                .toList();
    }

    private String code(@Nullable CaseFile linked) {
        return linked == null ? say.text("case.link.hidden") : linked.code();
    }
}
