package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.processes.driver.RunningCases;

/** Moving running cases over HTTP. */
@RestController
@RequestMapping("/api/processes/{key}/migrations")
@Tag(name = "processes")
class MigrationCalls {

    /**
     * @param dryRun true to be told only; false when left out
     * @param mapping steps of the old version that become one of another id, and with nothing those from which no case
     *     goes; all others stay the one of the same id
     */
    @Schema(name = "Migration")
    record Wanted(
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable Boolean dryRun,
            @Nullable Map<String, String> mapping) {}

    private final MigrationDesk desk;

    MigrationCalls(MigrationDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(
            summary = "Move the running cases of a version to another one",
            description = "Cases that already follow the other version are not among them, so that asking again takes"
                    + " those that are left. A dry run says who can move, who stands where the other version has no"
                    + " step, and who would become an incident there; nothing is ordered then.")
    ResponseEntity<RunningCases.Outcome> migrate(@PathVariable String key, @RequestBody Wanted wanted) {
        if (Boolean.TRUE.equals(wanted.dryRun()))
            return ResponseEntity.ok(desk.tryOut(key, wanted.from(), wanted.to(), wanted.mapping()));
        RunningCases.Outcome outcome = desk.move(key, wanted.from(), wanted.to(), wanted.mapping());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (outcome.pending() > 0) answer.header("Caunoi-Pending", "true");
        return answer.body(outcome);
    }
}
