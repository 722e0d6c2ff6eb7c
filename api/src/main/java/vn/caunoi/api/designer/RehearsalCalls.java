package vn.caunoi.api.designer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.processes.studio.Rehearsing;

/** Rehearsals over HTTP. */
@RestController
@RequestMapping("/api/processes/{key}/rehearsals")
@Tag(name = "processes")
class RehearsalCalls {

    private final RehearsalDesk desk;
    private final Problems problems;

    RehearsalCalls(RehearsalDesk desk, Problems problems) {
        this.desk = desk;
        this.problems = problems;
    }

    @PostMapping(
            consumes = {
                "application/xml",
                "text/xml",
                "application/bpmn+xml",
                "application/octet-stream",
                "application/x-www-form-urlencoded"
            })
    @Operation(
            summary = "Run past cases through a draft",
            description =
                    "Follows the recorded events of cases received in a period once by the versions they followed and"
                            + " once by the draft, and compares the two courses step by step. Nothing is written or sent, and no"
                            + " case moves. A case that reaches a step nobody ever completed waits there.")
    ResponseEntity<?> rehearse(
            @PathVariable String key,
            @RequestBody byte[] xml,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String sample,
            Locale locale) {
        return switch (desk.rehearse(key, xml, new RehearsalDesk.Period(from, to, sample))) {
            case Rehearsing.Rehearsed done -> ResponseEntity.ok(done.outcome());
            case Rehearsing.Refused refused ->
                ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(problems.ofModel(refused.problems(), locale));
        };
    }
}
