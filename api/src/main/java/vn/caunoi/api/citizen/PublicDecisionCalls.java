package vn.caunoi.api.citizen;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.projections.Page;

/** Published decisions over HTTP, for everybody; others may keep them for a minute, for one may have to be taken down. */
@RestController
@RequestMapping("/api/public/decisions")
@Tag(name = "public")
@SecurityRequirements
class PublicDecisionCalls {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final PublicDecisions decisions;

    PublicDecisionCalls(PublicDecisions decisions) {
        this.decisions = decisions;
    }

    @GetMapping
    @Operation(summary = "Published decisions on complaints, with words blacked out, the last first")
    ResponseEntity<Page<PublicDecisions.PublicDecision>> search(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .body(decisions.search(unit, q, Asked.cursor(cursor), Asked.limit(limit)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A published decision")
    ResponseEntity<PublicDecisions.PublicDecision> one(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(KEPT).body(decisions.find(id).orElseThrow(NotFound::new));
    }
}
