package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.HistoryItem;

/** Petitions over HTTP: handing in, the case file now and then, its history, searching. */
@RestController
@RequestMapping("/api/petitions")
@Tag(name = "petitions")
class PetitionCalls {

    /** @param pin for the citizen; told here and never again */
    @Schema(name = "Receipt")
    record Receipt(PetitionId id, PetitionCode code, String pin, long version) {}

    record History(List<HistoryItem> items) {}

    private final HandInDesk desk;
    private final CaseFiles files;
    private final VisibleCases cases;
    private final ReadingLog readings;
    private final CurrentActor current;

    PetitionCalls(HandInDesk desk, CaseFiles files, VisibleCases cases, ReadingLog readings, CurrentActor current) {
        this.readings = readings;
        this.desk = desk;
        this.files = files;
        this.cases = cases;
        this.current = current;
    }

    @PostMapping
    @Operation(summary = "Hand a petition in")
    ResponseEntity<Receipt> handIn(@RequestBody HandInInput body, HttpServletRequest request) {
        HandInDesk.Receipt receipt = desk.handIn(body, current.get(), Seed.of(request));
        Written written = receipt.written();
        return Answers.header(ResponseEntity.created(URI.create("/api/petitions/" + receipt.id())), written)
                .body(new Receipt(receipt.id(), receipt.code(), receipt.pin(), written.version()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "The case file, now or as it was recorded by a moment")
    CaseFile file(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        Actor actor = current.get();
        CaseFile now = cases.find(id, actor);
        Instant moment = Asked.moment("asOf", asOf);
        readings.note(now.id(), actor, Reading.What.FILE, moment);
        if (moment == null) return now;
        return files.asOf(now.id(), moment, Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    @GetMapping("/mine")
    @Operation(
            summary = "How many cases of the caller are to do, wait, come back and are done",
            description = "?mine= of the search lists them.")
    CaseFiles.MyCounts mine() {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
        return files.myCounts(actor.id(), Visibility.of(actor));
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "All that happened, oldest first")
    History history(@PathVariable String id) {
        Actor actor = current.get();
        PetitionId petition = cases.idOf(id, actor);
        readings.note(petition, actor, Reading.What.HISTORY, null);
        return new History(files.history(petition, Visibility.of(actor)).orElseThrow(NotFound::new));
    }

    @GetMapping
    @Operation(
            summary = "Search",
            description =
                    "assignee=me stands for the caller. With mine=to-do, waiting, coming or done the items are the"
                            + " caller's own cases with the task each waits for, by sort=due or received.")
    Page<?> search(
            SearchInput asked,
            @RequestParam(required = false) @Nullable String mine,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = current.get();
        Visibility sight = Visibility.of(actor);
        String after = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        CaseFiles.Section section = Asked.choice("mine", mine, CaseFiles.Section.class);
        if (section != null) {
            CaseFiles.MyOrder by = Asked.choice("sort", sort, CaseFiles.MyOrder.class);
            return by == null
                    ? files.mine(actor.id(), section, sight, after, most)
                    : files.mine(actor.id(), section, by, sight, after, most);
        }
        CaseFiles.Sort order = Asked.choice("sort", sort, CaseFiles.Sort.class);
        return files.search(
                asked.filter(actor), sight, Objects.requireNonNullElse(order, CaseFiles.Sort.NEWEST), after, most);
    }
}
