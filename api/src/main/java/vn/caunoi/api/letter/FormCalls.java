package vn.caunoi.api.letter;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterText;

/** Forms of letters over HTTP. */
@RestController
@RequestMapping("/api/letter-forms")
@Tag(name = "letters")
class FormCalls {

    @Schema(name = "EditionsOfForms")
    record All(List<LetterForm> items) {}

    @Schema(name = "PublishedForm")
    record Published(String id, int edition) {}

    private final FormDesk desk;
    private final CurrentActor current;

    FormCalls(FormDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "All editions of the forms of letters")
    All all() {
        current.get();
        return new All(desk.all());
    }

    @PostMapping
    @Operation(
            summary = "Publish an edition of a form, or a form of one's own; for administrators",
            description = "In force from today at the earliest; letters keep the edition they were begun from.")
    ResponseEntity<Published> publish(@RequestBody FormInput body) {
        LetterForm form = desk.publish(body, current.with(Role.ADMIN));
        return ResponseEntity.created(URI.create("/api/letter-forms")).body(new Published(form.id(), form.edition()));
    }

    @PostMapping("/preview")
    @Operation(summary = "What a letter of this form would say of a sample case; nothing is recorded")
    LetterText preview(@RequestBody FormInput body) {
        current.with(Role.ADMIN);
        return desk.preview(body);
    }

    @PostMapping("/preview/pdf")
    @Operation(summary = "The same as PDF")
    ResponseEntity<byte[]> pdf(@RequestBody FormInput body) {
        current.with(Role.ADMIN);
        return LetterCalls.file(desk.pdf(body), MediaType.APPLICATION_PDF, "form.pdf");
    }
}
