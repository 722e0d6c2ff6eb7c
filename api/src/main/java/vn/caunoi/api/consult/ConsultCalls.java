package vn.caunoi.api.consult;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
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
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.consult.Consult;

/** Opinions that a case asks for, over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}/consults")
@Tag(name = "consults")
class ConsultCalls {

    @Schema(name = "ConsultBegun")
    record Begun(ConsultId id, PetitionId petition, long version) {}

    @Schema(name = "ConsultDone")
    record Done(PetitionId petition, long version) {}

    @Schema(name = "ConsultsOfACase")
    record All(List<Consult> items) {}

    /** @param link to be given to the body outside; null when none opens */
    @Schema(name = "ConsultLinkOfABody")
    record Link(@Nullable String link) {}

    private final ConsultDesk desk;
    private final CurrentActor current;

    ConsultCalls(ConsultDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The opinions a case asked for, the first asked first")
    All all(@PathVariable String id) {
        Actor actor = current.with(Role.CLERK, Role.OFFICER, Role.HEAD, Role.INSPECTOR);
        return new All(desk.of(desk.file(id, actor), actor));
    }

    @PostMapping
    @Operation(
            summary = "Ask another unit, or a body outside, for an opinion",
            description =
                    "Whoever is asked sees the question and the papers that were chosen, nothing else of the case.")
    ResponseEntity<Begun> ask(@PathVariable String id, @RequestBody ConsultInput.Ask body, HttpServletRequest request) {
        Object seed = request.getAttribute(OnceFilter.SEED);
        ConsultDesk.Begun begun =
                desk.ask(id, body, worker(), seed == null ? UUID.randomUUID().toString() : seed.toString());
        URI location = URI.create("/api/petitions/" + id + "/consults");
        Written written = begun.written();
        return ResponseEntity.created(location).body(new Begun(begun.consult(), written.petition(), written.version()));
    }

    @GetMapping("/{consult}/link")
    @Operation(summary = "The signed link by which a body outside answers, to be printed")
    Link link(@PathVariable String id, @PathVariable String consult) {
        Actor actor = worker();
        return new Link(desk.link(desk.find(desk.file(id, actor), consult, actor)));
    }

    @PostMapping("/{consult}/link")
    @Operation(summary = "Make a new link; the one before opens no more")
    Done newLink(@PathVariable String id, @PathVariable String consult, @RequestBody ConsultInput.Link body) {
        return done(desk.newLink(id, consult, body, worker()));
    }

    @PostMapping("/{consult}/revoke")
    @Operation(summary = "Revoke the link")
    Done revoke(@PathVariable String id, @PathVariable String consult) {
        return done(desk.revoke(id, consult, worker()));
    }

    @PostMapping("/{consult}/take-back")
    @Operation(summary = "Ask no more")
    Done takeBack(@PathVariable String id, @PathVariable String consult, @RequestBody ConsultInput.Reason body) {
        return done(desk.takeBack(id, consult, body, worker()));
    }

    @PostMapping("/{consult}/write-down")
    @Operation(summary = "Write down what a body outside answered on paper")
    Done writeDown(@PathVariable String id, @PathVariable String consult, @RequestBody ConsultInput.Answer body) {
        return done(desk.writeDown(id, consult, body, worker()));
    }

    private Actor worker() {
        return current.with(Role.CLERK, Role.OFFICER, Role.HEAD);
    }

    private static Done done(Written written) {
        return new Done(written.petition(), written.version());
    }
}
