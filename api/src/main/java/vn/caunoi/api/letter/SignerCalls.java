package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.idempotency.OnceFilter;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.petition.SigningPower;

/** Who signs letters of a unit, over HTTP. */
@RestController
@RequestMapping("/api/units/{unit}/signers")
@Tag(name = "letters")
class SignerCalls {

    @Schema(name = "SignersOfAUnit")
    record All(List<SigningPower> items) {}

    /** @param on first day it is no more in force; today when left out */
    @Schema(name = "EndOfASigner")
    record End(@Nullable LocalDate on) {}

    private final SignerDesk desk;
    private final CurrentActor current;

    SignerCalls(SignerDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "Who may sign letters of a unit besides its head: in force, over and to come")
    All all(@PathVariable String unit) {
        return new All(desk.of(unit, current.get()));
    }

    @PostMapping
    @Operation(
            summary = "Let somebody sign, by the head of the unit or an administrator",
            description = "as: DEPUTY (KT.) and BY_ORDER (TL.) with a title, BY_AUTHORITY (TUQ.) with a title and the"
                    + " document of authority, ACTING (Q.), HEAD")
    ResponseEntity<SigningPower> give(
            @PathVariable String unit, @RequestBody SignerDesk.Given body, HttpServletRequest request) {
        Object seed = request.getAttribute(OnceFilter.SEED);
        String id = seed == null
                ? UUID.randomUUID().toString()
                : UUID.nameUUIDFromBytes(seed.toString().getBytes(StandardCharsets.UTF_8))
                        .toString();
        SigningPower power = desk.give(unit, body, id, current.get());
        return ResponseEntity.created(URI.create("/api/units/" + unit + "/signers"))
                .body(power);
    }

    @PostMapping("/{id}/end")
    @Operation(summary = "End it, from today on at the earliest")
    All end(@PathVariable String unit, @PathVariable String id, @RequestBody End body) {
        desk.end(unit, id, body.on(), current.get());
        return new All(desk.of(unit, current.get()));
    }
}
