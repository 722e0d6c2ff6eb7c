package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.petition.PetitionId;

/** Merging, splitting and second complaints, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}")
@Tag(name = "petitions")
class RelatedCalls {

    /** @param petitions those that came of it, each with the PIN for its citizen */
    record Parts(PetitionId petition, long version, List<RelatedDesk.Child> petitions) {}

    private final RelatedDesk desk;
    private final GatherDesk gathering;
    private final CurrentActor current;

    RelatedCalls(RelatedDesk desk, GatherDesk gathering, CurrentActor current) {
        this.desk = desk;
        this.gathering = gathering;
        this.current = current;
    }

    @PostMapping("/merge")
    @Operation(summary = "Merge into another petition, which goes on; this one is closed")
    ResponseEntity<Answers.Done> merge(@PathVariable String id, @RequestBody CaseInput.Merge body) {
        return Answers.of(desk.merge(id, body, current.get()));
    }

    @PostMapping("/gather")
    @Operation(summary = "Merge petitions about the same thing into this one, which is worked and answered for all")
    GatherDesk.Gathered gather(@PathVariable String id, @RequestBody CaseInput.Gather body) {
        return gathering.gather(id, body, current.get());
    }

    @PostMapping("/split")
    @Operation(summary = "Split into petitions of their own; this one is closed")
    ResponseEntity<Parts> split(
            @PathVariable String id, @RequestBody CaseInput.Split body, HttpServletRequest request) {
        return parts(desk.split(id, body, current.get(), Seed.of(request)));
    }

    @PostMapping("/second-complaint")
    @Operation(
            summary =
                    "Hand in the second complaint, after a first one that is closed or decided, or whose limit to settle has passed")
    ResponseEntity<Parts> secondComplaint(
            @PathVariable String id, @RequestBody CaseInput.SecondComplaint body, HttpServletRequest request) {
        return parts(desk.secondComplaint(id, body, current.get(), Seed.of(request)));
    }

    private static ResponseEntity<Parts> parts(RelatedDesk.Related related) {
        Written written = related.written();
        return Answers.header(ResponseEntity.ok(), written)
                .body(new Parts(written.petition(), written.version(), related.children()));
    }
}
