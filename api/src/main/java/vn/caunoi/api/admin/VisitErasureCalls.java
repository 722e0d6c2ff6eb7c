package vn.caunoi.api.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;

/** The erasure of personal data of visits over HTTP. */
@RestController
@RequestMapping("/api/visits/{id}/erasure")
@Tag(name = "administration")
class VisitErasureCalls {

    /** @param person left out: everybody, with all that was said
     *  @param early although the visit must still be kept */
    record EraseOfVisit(
            @Nullable String person,
            @Nullable String reason,
            @Nullable Boolean early) {}

    private final VisitErasureDesk desk;
    private final CurrentActor current;

    VisitErasureCalls(VisitErasureDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Whose data of a visit can be erased, and whether it must still be kept")
    VisitErasureDesk.Outlook look(@PathVariable String id) {
        return desk.look(id, current.get());
    }

    @PostMapping
    @Operation(
            summary = "Erase what names or reaches somebody who came, for ever",
            description = "Only when nothing is owed to them and no petition that came of it is open. With the last of"
                    + " them, or without a person named, all that was said and the signed statement go too. The reason"
                    + " stays readable and must name nobody.")
    VisitErasureDesk.Outlook erase(@PathVariable String id, @RequestBody EraseOfVisit body) {
        desk.erase(id, body.person(), body.reason(), Boolean.TRUE.equals(body.early()), current.get());
        return desk.look(id, current.get());
    }
}
