package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Batches of moves over HTTP: planned, carried out in the background, paused, gone on with, taken back. */
@RestController
@RequestMapping("/api/processes/{key}/migration-batches")
@Tag(name = "processes")
class BatchCalls {

    /** @param mapping as of a migration */
    @Schema(name = "MigrationPlan")
    record Wanted(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Map<String, String> mapping) {}

    /** @param portion how many cases are ordered at once; 100 when left out */
    @Schema(name = "MigrationStart")
    record Start(@Nullable String note, @Nullable Integer portion) {}

    /** @param left cases that can move and were not ordered yet; {@code stay} those that cannot, or went on */
    @Schema(name = "MigrationBatch")
    record Told(
            String id,
            String state,
            boolean interrupted,
            int cases,
            int left,
            int pending,
            int moved,
            int stay,
            int failed,
            int gone) {

        static Told of(BatchDesk.Standing standing) {
            MigrationBatch.Counts counts = standing.counts();
            return new Told(
                    standing.batch().id(),
                    standing.batch().state().name(),
                    standing.interrupted(),
                    counts.all(),
                    counts.ready(),
                    counts.pending(),
                    counts.moved(),
                    counts.stay(),
                    counts.failed(),
                    counts.gone());
        }
    }

    private final BatchDesk desk;

    BatchCalls(BatchDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan the move of all running cases of a version; nothing is ordered")
    Told plan(@PathVariable String key, @RequestBody Wanted wanted) {
        Map<String, String> mapping = wanted.mapping() == null ? Map.of() : wanted.mapping();
        return told(key, desk.plan(key, wanted.from(), wanted.to(), mapping));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far a batch has come")
    Told find(@PathVariable String key, @PathVariable String id) {
        return told(key, id);
    }

    @PostMapping("/{id}/start")
    @Operation(summary = "Carry a planned batch out in the background")
    Told start(@PathVariable String key, @PathVariable String id, @RequestBody Start start) {
        desk.start(key, id, start.note(), start.portion());
        return told(key, id);
    }

    @PostMapping("/{id}/pause")
    @Operation(summary = "Order no more cases until somebody goes on")
    Told pause(@PathVariable String key, @PathVariable String id) {
        desk.pause(key, id);
        return told(key, id);
    }

    @PostMapping("/{id}/continue")
    @Operation(summary = "Go on after a pause or an interruption with what is left")
    Told resume(@PathVariable String key, @PathVariable String id) {
        desk.resume(key, id);
        return told(key, id);
    }

    @PostMapping("/{id}/cancel")
    @Operation(summary = "Leave what is left where it is")
    Told cancel(@PathVariable String key, @PathVariable String id) {
        desk.cancel(key, id);
        return told(key, id);
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Plan the way back of the moved cases; those that went on stay")
    Told undo(@PathVariable String key, @PathVariable String id) {
        return told(key, desk.planUndo(key, id));
    }

    private Told told(String key, String id) {
        return Told.of(desk.find(key, id));
    }
}
