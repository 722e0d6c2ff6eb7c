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

/** Published answers over HTTP, for everybody; others may keep them for five minutes. */
@RestController
@RequestMapping("/api/public/answers")
@Tag(name = "public")
@SecurityRequirements
class PublicAnswerCalls {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final PublicAnswers answers;

    PublicAnswerCalls(PublicAnswers answers) {
        this.answers = answers;
    }

    @GetMapping
    @Operation(summary = "Published answers to proposals and feedback, the last first")
    ResponseEntity<Page<PublicAnswers.PublicAnswer>> search(
            PublicAnswers.Wanted wanted,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .body(answers.search(wanted, Asked.cursor(cursor), Asked.limit(limit)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One published answer")
    ResponseEntity<PublicAnswers.PublicAnswer> answer(@PathVariable String id) {
        return ResponseEntity.ok().cacheControl(KEPT).body(answers.find(id).orElseThrow(NotFound::new));
    }
}
