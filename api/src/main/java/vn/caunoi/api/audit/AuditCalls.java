package vn.caunoi.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Cursor;
import vn.caunoi.projections.Page;

/** What audits found, over HTTP: for whoever belongs to the team of one, as far as they see its cases now. */
@RestController
@RequestMapping("/api/oversight/audits")
@Tag(name = "oversight")
class AuditCalls {

    /** @param flags how many cases each was raised for */
    @Schema(name = "AuditFindings")
    record Findings(AuditRun run, long cases, Map<RedFlag, Long> flags) {}

    @Schema(name = "AuditedCase")
    record Audited(PetitionId id, String code, UnitId unit, Instant receivedAt, List<RedFlag> flags) {

        static Audited of(AuditRuns.Found found) {
            return new Audited(
                    found.id(),
                    found.code(),
                    found.unit(),
                    found.receivedAt(),
                    found.flags().stream().map(RedFlag.Raised::flag).toList());
        }

        Cursor place() {
            return new Cursor(receivedAt, id.value());
        }
    }

    private final AuditRuns runs;
    private final CurrentActor current;

    AuditCalls(AuditRuns runs, CurrentActor current) {
        this.runs = runs;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Audits whose team one belongs to, the newest first")
    Page<AuditRun> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return runs.of(supervisor(), Asked.cursor(cursor), Asked.limit(limit));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an audit is, and how many cases each flag was raised for")
    Findings look(@PathVariable String id) {
        Actor actor = supervisor();
        AuditRun run = run(id, actor);
        AuditRuns.Counts counts = runs.counts(run, actor);
        return new Findings(run, counts.cases(), counts.flags());
    }

    @GetMapping("/{id}/cases")
    @Operation(
            summary = "The cases that were found or drawn, with their flags",
            description = "`flag` keeps those with one. A flag is a question to look at, not a finding.")
    Page<Audited> cases(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String flag,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = supervisor();
        AuditRun run = run(id, actor);
        RedFlag only = Asked.choice("flag", flag, RedFlag.class);
        String after = Asked.cursor(cursor);
        int most = Asked.limit(limit);
        List<Audited> rows = runs.found(run, only, actor, Integer.MAX_VALUE).stream()
                .map(Audited::of)
                .dropWhile(one -> after != null && !one.place().toString().equals(after))
                .skip(after == null ? 0 : 1)
                .limit(most + 1L)
                .toList();
        return Page.of(rows, most, Audited::place);
    }

    private AuditRun run(String id, Actor actor) {
        return runs.find(id, actor).orElseThrow(NotFound::new);
    }

    private Actor supervisor() {
        return current.with(Role.HEAD, Role.INSPECTOR);
    }
}
