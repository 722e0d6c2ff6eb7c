package vn.caunoi.api.category;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.routing.RoutingRow;

/** The rows of the routing table over HTTP; for administrators. */
@RestController
@RequestMapping("/api/directory/routing")
@Tag(name = "administration")
class RoutingCalls {

    @Schema(name = "RoutingRows")
    record All(List<RoutingRow> items) {}

    private final RoutingTableDesk desk;
    private final CurrentActor current;

    RoutingCalls(RoutingTableDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Rows that administrators keep, also of days that passed")
    All all() {
        current.with(Role.ADMIN);
        return new All(desk.all());
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Set a row",
            description = "Of several rows that fit the narrowest proposes: a village before none, then the lowest"
                    + " category, a unit before none, a kind before none, and what began last.")
    RoutingRow set(@PathVariable String id, @RequestBody RoutingInput body) {
        return desk.set(id, body, current.with(Role.ADMIN));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a mistaken row away; one that holds no longer gets a last day")
    ResponseEntity<Void> remove(@PathVariable String id) {
        desk.remove(id, current.with(Role.ADMIN));
        return ResponseEntity.noContent().build();
    }
}
