package vn.caunoi.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** Receivers of webhooks over HTTP. */
@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "administration")
class WebhookCalls {

    @Schema(name = "Webhooks")
    record All(List<Webhook> items, List<String> kinds) {}

    @Schema(name = "WebhookDeliveries")
    record Deliveries(List<Webhook.Delivery> items) {}

    private final WebhookDesk desk;
    private final CurrentActor current;

    WebhookCalls(WebhookDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Who is told of events, and the kinds of events there are; for administrators")
    All all() {
        return new All(desk.all(current.get()), WebhookKinds.ALL);
    }

    @PostMapping
    @Operation(
            summary = "Register somebody to be told of events; the secret is shown this once",
            description = "Signed CloudEvents, see docs/webhooks.md. By TLS and to public addresses only.")
    ResponseEntity<WebhookDesk.Registered> register(@RequestBody WebhookDesk.Given body) {
        WebhookDesk.Registered done = desk.register(body, current.get());
        return ResponseEntity.created(URI.create("/api/webhooks/" + done.id())).body(done);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One who is told of events")
    Webhook one(@PathVariable String id) {
        return desk.find(id, current.get());
    }

    @GetMapping("/{id}/deliveries")
    @Operation(summary = "What it was told lately, and what waits, the newest first")
    Deliveries deliveries(@PathVariable String id) {
        return new Deliveries(desk.deliveries(id, current.get()));
    }

    @PostMapping("/{id}/test")
    @Operation(summary = "Send it an event of type vn.caunoi.test now")
    WebhookDesk.Tried test(@PathVariable String id) {
        return desk.test(id, current.get());
    }

    @PostMapping("/{id}/{what}")
    @Operation(summary = "Switch it off or on, or remove it", description = "what: off, on, remove")
    ResponseEntity<Void> act(@PathVariable String id, @PathVariable String what) {
        desk.act(id, what, current.get());
        return ResponseEntity.noContent().build();
    }
}
