package vn.caunoi.api.redaction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** Blacking out and publishing decisions, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}/redaction")
@Tag(name = "petitions")
class RedactionCalls {

    @Schema(name = "RedactionProposed")
    record Proposed(String text, List<Personal.Found> found) {}

    @Schema(name = "RedactionOrder")
    record Order(@Nullable List<String> words) {}

    @Schema(name = "RedactionPublication")
    record Publication(@Nullable Boolean read) {}

    @Schema(name = "RedactionTakenDown")
    record TakenDown(@Nullable String reason) {}

    private final RedactionDesk desk;
    private final ReadingLog readings;
    private final CurrentActor current;

    RedactionCalls(RedactionDesk desk, ReadingLog readings, CurrentActor current) {
        this.desk = desk;
        this.readings = readings;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The decision on a complaint, and what of it may tell who somebody is")
    Proposed look(@PathVariable String id) {
        Actor actor = current.with(Role.OFFICER, Role.HEAD);
        RedactionDesk.Look look = desk.look(id, actor);
        readings.note(look.file().id(), actor, Reading.What.FILE, null);
        return new Proposed(look.text(), look.found());
    }

    @PostMapping
    @Operation(summary = "Black out words of a decision", description = "Somebody else looks at it and publishes it.")
    Written redact(@PathVariable String id, @RequestBody Order body) {
        return desk.redact(id, body.words() == null ? List.of() : body.words(), current.with(Role.OFFICER, Role.HEAD));
    }

    @PostMapping("/publish")
    @Operation(summary = "Publish a decision that somebody else blacked out")
    Written publish(@PathVariable String id, @RequestBody Publication body) {
        return desk.publish(id, Boolean.TRUE.equals(body.read()), current.with(Role.OFFICER, Role.HEAD));
    }

    @PostMapping("/take-down")
    @Operation(summary = "Take a published decision down, by the head")
    Written takeDown(@PathVariable String id, @RequestBody TakenDown body) {
        return desk.takeDown(id, body.reason(), current.with(Role.HEAD));
    }
}
