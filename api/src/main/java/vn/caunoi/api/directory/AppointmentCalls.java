package vn.caunoi.api.directory;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Officers and their appointments over HTTP; for administrators. */
@RestController
@RequestMapping("/api/directory/officers")
@Tag(name = "administration")
class AppointmentCalls {

    @Schema(name = "AppointedOfficers")
    record All(List<AppointmentDesk.Appointed> items) {}

    private final AppointmentDesk desk;
    private final CurrentActor current;

    AppointmentCalls(AppointmentDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Officers with their appointments, at most 200, found by name or account")
    All all(@RequestParam(required = false) @Nullable String q) {
        current.with(Role.ADMIN);
        return new All(desk.all(q));
    }

    @PostMapping("/{officer}/appointments")
    @Operation(
            summary = "Appoint an officer from a day on",
            description = "Of several appointments the one that began last counts, until it ends. Without roles the"
                    + " officer has no rights from that day on.")
    AppointmentDesk.Appointed appoint(@PathVariable String officer, @RequestBody AppointmentDesk.Given body) {
        return desk.appoint(officer, body, current.with(Role.ADMIN));
    }
}
