package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** Publishing answers and taking them back, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}")
@Tag(name = "petitions")
class PublishingCalls {

    @Schema(name = "Unpublication")
    record TakenBack(@Nullable String reason) {}

    private final PublishingDesk desk;
    private final CurrentActor current;

    PublishingCalls(PublishingDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping("/publish-answer")
    @Operation(summary = "Publish the answer to a proposal or feedback, without who asked")
    ResponseEntity<Answers.Done> publish(@PathVariable String id, @RequestBody PublishingDesk.Publication body) {
        return Answers.of(desk.publish(id, body, current.get()));
    }

    @PostMapping("/unpublish-answer")
    @Operation(summary = "Take a published answer back, by the head; whoever asked keeps it")
    ResponseEntity<Answers.Done> takeBack(@PathVariable String id, @RequestBody TakenBack body) {
        return Answers.of(desk.takeBack(id, body.reason(), current.get()));
    }
}
