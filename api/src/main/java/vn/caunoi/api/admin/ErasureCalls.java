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
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.security.CurrentActor;

/** The erasure of personal data over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}/erasure")
@Tag(name = "administration")
class ErasureCalls {

    /** @param person left out: everybody, with all free text and the files of the case
     *  @param early although the case must still be kept */
    record Erase(
            @Nullable String person,
            @Nullable String reason,
            @Nullable Boolean early) {}

    private final ErasureDesk desk;
    private final CurrentActor current;

    ErasureCalls(ErasureDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Whose data can be erased, and whether the case must still be kept")
    ErasureDesk.Outlook look(@PathVariable String id) {
        return desk.look(id, current.get());
    }

    @PostMapping
    @Operation(
            summary = "Erase what names or reaches a petitioner, for ever",
            description = "Only of a closed case. With the last petitioner, or without a person named, all free text,"
                    + " form data and files of the case go too. The reason stays readable and must name nobody.")
    Written erase(@PathVariable String id, @RequestBody Erase body) {
        return desk.erase(id, body.person(), body.reason(), Boolean.TRUE.equals(body.early()), current.get());
    }
}
