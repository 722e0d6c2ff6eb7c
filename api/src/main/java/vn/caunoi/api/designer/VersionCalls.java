package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Standing;

/** How a published version stands, and for whose new cases it is, over HTTP. */
@RestController
@RequestMapping("/api/processes/{key}/versions/{version}")
@Tag(name = "processes")
class VersionCalls {

    /**
     * @param since when it began to be followed, or will
     * @param units whose new cases follow it; empty for those of all
     * @param running how many cases follow it now
     * @param parts what was published with the diagram, by name
     */
    @Schema(name = "ProcessVersion")
    record Version(
            String key,
            int version,
            String name,
            Standing standing,
            Instant publishedAt,
            Instant since,
            Set<String> units,
            @Nullable String note,
            @Nullable String publishedBy,
            @Nullable String proposedBy,
            int running,
            List<String> parts) {}

    /** @param units added to those of the pilot; none: the pilot is over */
    @Schema(name = "VersionWidening")
    record Widening(@Nullable Set<String> units, @Nullable String reason) {}

    @Schema(name = "VersionRetirement")
    record Retirement(@Nullable String reason) {}

    @Schema(name = "VersionAgain")
    record Again(@Nullable String note) {}

    /** @param draft what is proposed, where another designer approves; null when it is published */
    @Schema(name = "VersionPublishedAgain")
    record PublishedAgain(
            @Nullable Integer version, @Nullable String draft) {}

    private final VersionDesk desk;
    private final StudioDesk studio;
    private final Problems problems;

    VersionCalls(VersionDesk desk, StudioDesk studio, Problems problems) {
        this.desk = desk;
        this.studio = studio;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "How a version stands to new cases")
    Version look(@PathVariable String key, @PathVariable int version) {
        VersionDesk.Version one = desk.find(key, version);
        Library.Entry entry = one.entry();
        return new Version(
                key,
                version,
                entry.name(),
                one.standing(),
                entry.publishedAt(),
                entry.since(),
                entry.units(),
                entry.note(),
                entry.publishedBy(),
                entry.proposedBy(),
                one.running(),
                one.parts());
    }

    @PostMapping("/widen")
    @Operation(summary = "Widen the pilot of a version, or end it")
    Version widen(@PathVariable String key, @PathVariable int version, @RequestBody Widening wanted) {
        Set<String> units = Objects.requireNonNullElse(wanted.units(), Set.of());
        desk.widen(key, version, units, Objects.requireNonNullElse(wanted.reason(), ""));
        return look(key, version);
    }

    @PostMapping("/retire")
    @Operation(summary = "Retire a version: no new case follows it any more")
    Version retire(@PathVariable String key, @PathVariable int version, @RequestBody Retirement wanted) {
        desk.retire(key, version, Objects.requireNonNullElse(wanted.reason(), ""), true);
        return look(key, version);
    }

    @PostMapping("/again")
    @Operation(
            summary = "Publish a version again as the next one",
            description = "With all that was published with it. Where two people publish, it is proposed instead.")
    ResponseEntity<?> again(
            @PathVariable String key, @PathVariable int version, @RequestBody Again wanted, Locale locale) {
        return switch (studio.publishAgain(key, version, new Wish(Objects.requireNonNullElse(wanted.note(), "")))) {
            case StudioDesk.Published done -> ResponseEntity.ok(new PublishedAgain(done.version(), null));
            case StudioDesk.Proposed waits ->
                ResponseEntity.status(HttpStatus.ACCEPTED).body(new PublishedAgain(null, waits.draft()));
            case StudioDesk.Refused refused ->
                ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problems.ofModel(refused.problems(), locale));
        };
    }
}
