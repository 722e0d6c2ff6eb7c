package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** Papers that reach a case outside a task, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}/papers")
@Tag(name = "files")
class PaperCalls {

    private final PaperDesk desk;
    private final CurrentActor current;

    PaperCalls(PaperDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping
    @Operation(
            summary = "Put an uploaded paper into the case, with the day it came and whom it is of",
            description =
                    "kind: LETTER, EVIDENCE, REPLY, DECISION, RECEIPT or OTHER. A closed case takes it for a reason.")
    ResponseEntity<Answers.Done> add(@PathVariable String id, @RequestBody PaperDesk.Given body) {
        return Answers.of(desk.add(id, body, current.get()));
    }
}
