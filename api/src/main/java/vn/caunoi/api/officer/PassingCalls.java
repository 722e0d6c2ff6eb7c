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

/** Passing cases between units of the house, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}")
@Tag(name = "petitions")
class PassingCalls {

    private final PassingDesk desk;
    private final CurrentActor current;

    PassingCalls(PassingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping("/pass")
    @Operation(summary = "Pass on to another unit of the house; code, history and limits stay")
    ResponseEntity<Answers.Done> pass(@PathVariable String id, @RequestBody CaseInput.Pass body) {
        return Answers.of(desk.on(id, body, current.get()));
    }

    @PostMapping("/pass-back")
    @Operation(summary = "Pass back to who passed it on; the second time to the unit above both, which decides")
    ResponseEntity<Answers.Done> passBack(@PathVariable String id, @RequestBody CaseInput.PassBack body) {
        return Answers.of(desk.back(id, body, current.get()));
    }
}
