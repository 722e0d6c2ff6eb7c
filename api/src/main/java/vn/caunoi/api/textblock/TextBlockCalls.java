package vn.caunoi.api.textblock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;

/** Text blocks over HTTP. */
@RestController
@RequestMapping("/api/text-blocks")
@Tag(name = "text blocks")
class TextBlockCalls {

    record TextBlocks(List<TextBlock> items) {}

    /** @param shared with the unit, by its head or an administrator */
    @Schema(name = "TextBlockToKeep")
    record New(
            @Nullable String name,
            @Nullable String text,
            @Nullable Boolean shared) {}

    /** @param version the one that is changed */
    @Schema(name = "TextBlockChange")
    record Change(
            @Nullable String name,
            @Nullable String text,
            @Nullable Integer version) {}

    private final TextBlockDesk desk;
    private final CurrentActor current;

    TextBlockCalls(TextBlockDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "My text blocks, and those of my unit and the units above it")
    TextBlocks all() {
        return new TextBlocks(desk.of(keeper()));
    }

    @PostMapping
    @Operation(summary = "Keep a text block")
    ResponseEntity<TextBlock> keep(@RequestBody New body) {
        var given = new TextBlockDesk.Given(body.name(), body.text(), Boolean.TRUE.equals(body.shared()), null);
        TextBlock kept = desk.keep(given, keeper());
        return ResponseEntity.created(URI.create("/api/text-blocks/" + kept.id()))
                .body(kept);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One text block")
    TextBlock one(@PathVariable String id) {
        return desk.find(id, keeper());
    }

    @PostMapping("/{id}")
    @Operation(summary = "Change a text block of mine, or as head or administrator one of the unit")
    TextBlock change(@PathVariable String id, @RequestBody Change body) {
        return desk.change(id, new TextBlockDesk.Given(body.name(), body.text(), false, body.version()), keeper());
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Delete a text block of mine, or as head or administrator one of the unit")
    ResponseEntity<Void> delete(@PathVariable String id) {
        desk.delete(id, keeper());
        return ResponseEntity.noContent().build();
    }

    private Actor keeper() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.ADMIN);
    }
}
