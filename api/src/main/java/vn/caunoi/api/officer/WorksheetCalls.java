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

/** The worksheet of a verification, over HTTP; the case file has its entries. */
@RestController
@RequestMapping("/api/petitions/{id}/worksheet")
@Tag(name = "petitions")
class WorksheetCalls {

    private final WorksheetDesk desk;
    private final CurrentActor current;

    WorksheetCalls(WorksheetDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping
    @Operation(summary = "Enter a plan, session, request, piece of evidence or finding into the worksheet")
    ResponseEntity<Answers.Done> enter(@PathVariable String id, @RequestBody CaseInput.Worksheet body) {
        return Answers.of(desk.enter(id, body, current.get()));
    }

    @PostMapping("/{entry}/reply")
    @Operation(summary = "Write down what came of a request of the worksheet")
    ResponseEntity<Answers.Done> reply(
            @PathVariable String id, @PathVariable int entry, @RequestBody CaseInput.WorksheetReply body) {
        return Answers.of(desk.reply(id, entry, body, current.get()));
    }
}
