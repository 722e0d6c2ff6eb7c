package vn.caunoi.api.directory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.projections.directory.Directory;

/** How people reach the units, over HTTP: read by everybody, set by administrators. */
@RestController
class ContactCalls {

    @Schema(name = "ReachableUnits")
    record All(List<Directory.Reached> items) {}

    private final ContactDesk desk;
    private final CurrentActor current;

    ContactCalls(ContactDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping("/api/public/contacts")
    @Tag(name = "public")
    @SecurityRequirements
    @Operation(summary = "Whom to call, by unit")
    All all() {
        return new All(desk.reachable());
    }

    @PutMapping("/api/directory/units/{unit}/contact")
    @Tag(name = "administration")
    @Operation(summary = "Set how people reach a unit", description = "All of it anew; what is left out is taken away.")
    Directory.Reached set(@PathVariable String unit, @RequestBody ContactDesk.Given body) {
        return desk.set(unit, body, current.with(Role.ADMIN));
    }
}
