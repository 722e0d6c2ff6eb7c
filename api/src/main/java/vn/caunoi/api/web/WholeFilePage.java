package vn.caunoi.api.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
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
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.HistoryItem;

/** The whole file of a case as PDF. One with a long history comes in parts, so that none takes long to write. */
@Controller
class WholeFilePage {

    /** So many events one part tells. */
    private static final int EVENTS = 1000;

    private final VisibleCases visible;
    private final CaseFiles files;
    private final Story story;
    private final LetterLook letters;
    private final FileDesk documents;
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

    @GetMapping("/cases/{id}/whole.pdf")
    ResponseEntity<byte[]> whole(@PathVariable String id, @RequestParam(defaultValue = "1") int part) {
        Actor actor = current.get();
        CaseFile file = visible.find(id, actor);
        List<HistoryItem> history =
                files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new);
        int parts = parts(history.size());
        if (part < 1 || part > parts) throw new NotFound();
        byte[] written = pdf.of(printed(file, history, actor, part, parts));
        readings.note(file.id(), actor, Reading.What.EXPORT, null);
        String name = file.code() + (parts == 1 ? "" : "-" + part) + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(written);
    }

    /** All parts by the names of their files, for who takes the case along with them. */
    Map<String, byte[]> parts(CaseFile file, Actor actor) {
        List<HistoryItem> history =
                files.history(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new);
        int parts = parts(history.size());
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (int part = 1; part <= parts; part++) {
            String name = parts == 1 ? "case.pdf" : "case-" + part + ".pdf";
            written.put(name, pdf.of(printed(file, history, actor, part, parts)));
        }
        return written;
    }

    private WholeFilePdf.Printed printed(CaseFile file, List<HistoryItem> history, Actor actor, int part, int parts) {
        boolean first = part == 1;
        Instant upTo = history.getLast().at();
        return new WholeFilePdf.Printed(
                file,
                first ? documents.of(file, actor) : List.of(),
                first ? letters.of(file, actor) : List.of(),
                first ? links(file, actor) : List.of(),
                told(history, part),
                part,
                parts,
                names.officer(actor.id()),
                clock.instant(),
                upTo);
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
