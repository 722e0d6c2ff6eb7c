package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.projections.likeness.Likenesses.Alike;

/** Duplicates over HTTP. */
@RestController
@RequestMapping("/api/petitions")
@Tag(name = "petitions")
class DuplicateCalls {

    record Found(List<Alike> items) {}

    private final DuplicateDesk desk;
    private final CurrentActor current;

    DuplicateCalls(DuplicateDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping("/duplicates")
    @Operation(
            summary = "Petitions like one that is about to be handed in, the likest first",
            description = "Takes what is known so far, as for handing in; nothing is recorded and nothing kept.")
    Found like(@RequestBody HandInInput body) {
        return new Found(desk.like(body, current.get()));
    }

    @GetMapping("/{id}/duplicates")
    @Operation(summary = "Petitions like this one that are not linked with it, the likest first")
    Found like(@PathVariable String id) {
        return new Found(desk.like(id, current.get()));
    }

    @PostMapping("/{id}/store-duplicate")
    @Operation(summary = "Link as a duplicate and store: ends the open task of classification")
    ResponseEntity<Answers.Done> store(@PathVariable String id, @RequestBody CaseInput.StoreDuplicate body) {
        return Answers.of(desk.store(id, body, current.get()));
    }
}
