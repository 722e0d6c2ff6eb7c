package vn.caunoi.api.consult;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.ConsultState;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.consult.Consults;

/** Opinions that a unit is asked for, over HTTP. */
@RestController
@RequestMapping("/api/consults")
@Tag(name = "consults")
class AskedCalls {

    /** One in a list: nothing that tells which case it is of. */
    @Schema(name = "ConsultInAList")
    record Item(
            ConsultId id,
            UnitId asking,
            OfficerId officer,
            @Nullable UnitId unit,
            ConsultState state,
            Instant asked,
            Instant due,
            boolean missed) {
        static Item of(Consults.Entry one) {
            return new Item(
                    one.id(),
                    one.asking(),
                    one.officer(),
                    one.unit(),
                    one.state(),
                    one.asked(),
                    one.due(),
                    one.missed());
        }
    }

    @Schema(name = "ConsultAnswered")
    record Done(ConsultId id) {}

    private final AskedDesk desk;
    private final CurrentActor current;

    AskedCalls(AskedDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "Opinions not given yet, the most urgent first",
            description = "scope: asked (of my unit, and those below; the default) or waiting (that I asked for)")
    Page<Item> all(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Actor actor = worker();
        boolean waiting = "waiting".equalsIgnoreCase(scope);
        Page<Consults.Entry> page = waiting
                ? desk.waitedFor(actor, Asked.cursor(cursor), Asked.limit(limit))
                : desk.asked(actor, Asked.cursor(cursor), Asked.limit(limit));
        return page.map(Item::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "What my unit is asked: the question and the chosen papers; the look is written down")
    AskedDesk.Sheet sheet(@PathVariable String id) {
        return desk.look(id, worker());
    }

    @GetMapping("/{id}/files/{file}")
    @Operation(summary = "A paper that was chosen, while the question is open")
    ResponseEntity<Resource> paper(@PathVariable String id, @PathVariable String file) {
        return desk.paper(id, file, worker());
    }

    @PostMapping("/{id}/answer")
    @Operation(summary = "Give the opinion, with files uploaded before")
    Done answer(@PathVariable String id, @RequestBody ConsultInput.Answer body) {
        desk.answer(id, body, worker());
        return new Done(new ConsultId(id));
    }

    @PostMapping("/{id}/decline")
    @Operation(summary = "Decline, with a reason")
    Done decline(@PathVariable String id, @RequestBody ConsultInput.Reason body) {
        desk.decline(id, body, worker());
        return new Done(new ConsultId(id));
    }

    private Actor worker() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }
}
