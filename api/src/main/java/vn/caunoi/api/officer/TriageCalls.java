package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** Triage over HTTP: what is to be checked, and what the handling table proposes. */
@RestController
@RequestMapping("/api/petitions/{id}")
@Tag(name = "petitions")
class TriageCalls {

    private final TriageDesk desk;
    private final CurrentActor current;

    TriageCalls(TriageDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/triage")
    @Operation(summary = "The conditions to check, by kind, with what was handed in already tells")
    TriageDesk.Sheet sheet(@PathVariable String id) {
        return desk.sheet(id, current.get());
    }

    @PostMapping("/triage")
    @Operation(
            summary = "Record what was found; the handling table proposes what to do",
            description = "The proposal stands in the case file as handling. A task of classification that ends"
                    + " otherwise asks for the reason in the field departure.")
    ResponseEntity<Answers.Done> propose(@PathVariable String id, @RequestBody CaseInput.Triage body) {
        return Answers.of(desk.propose(id, body, current.get()));
    }
}
