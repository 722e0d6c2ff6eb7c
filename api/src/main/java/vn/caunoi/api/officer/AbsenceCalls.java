package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** Who is away, and what their deputies do for them, over HTTP. */
@RestController
@Tag(name = "officers")
class AbsenceCalls {

    /** @param until last day; left out while it is not known. {@code deputy}: account of who stands in */
    @Schema(name = "Absence")
    record Absence(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String deputy) {}

    /** @param from first day of the absence that ends; {@code on} the first day back, today when left out */
    @Schema(name = "BackFromAbsence")
    record Back(@Nullable LocalDate from, @Nullable LocalDate on) {}

    @Schema(name = "StandingIn")
    record Standing(List<AbsenceDesk.Waiting> items) {}

    private final AbsenceDesk desk;
    private final CurrentActor current;

    AbsenceCalls(AbsenceDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @PostMapping("/api/officers/{officer}/absence")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record that an officer is away, and who stands in")
    void away(@PathVariable String officer, @RequestBody Absence body) {
        desk.record(officer, body.from(), body.until(), body.deputy(), current.with(Role.HEAD));
    }

    @PostMapping("/api/officers/{officer}/back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record that an officer is back; on or before the first day: was never away")
    void back(@PathVariable String officer, @RequestBody Back body) {
        desk.end(officer, body.from(), body.on(), current.with(Role.HEAD));
    }

    @GetMapping("/api/tasks/stand-in")
    @Operation(summary = "Tasks of those I stand in for today")
    Standing standing() {
        return new Standing(desk.waitingFor(current.get()));
    }

    @PostMapping("/api/tasks/{id}/stand-in")
    @Operation(summary = "Take a task over from whom I stand in for today")
    ResponseEntity<Answers.Done> standIn(@PathVariable String id) {
        return Answers.of(desk.standIn(id, current.get()));
    }
}
