package vn.caunoi.api.supervisor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.Page;

/** Who looked at a case, over HTTP. */
@RestController
@Tag(name = "oversight")
class ReadingCalls {

    private final ReadingDesk desk;
    private final CurrentActor current;

    ReadingCalls(ReadingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/api/petitions/{id}/readings")
    @Operation(summary = "Who looked at the case, the last first; for supervisors and administrators")
    Page<Reading> readings(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        current.with(Role.INSPECTOR, Role.ADMIN);
        return desk.of(id, Asked.cursor(cursor), Asked.limit(limit)).page();
    }

    @GetMapping("/api/visits/{id}/readings")
    @Operation(summary = "Who looked at the visit, the last first; for supervisors and administrators")
    Page<Reading> ofVisit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        current.with(Role.INSPECTOR, Role.ADMIN);
        return desk.ofVisit(id, Asked.cursor(cursor), Asked.limit(limit)).page();
    }
}
