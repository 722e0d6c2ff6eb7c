package vn.caunoi.api.file;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;

/** The documents of a case over HTTP. */
@RestController
@RequestMapping("/api/petitions/{id}/files")
@Tag(name = "files")
class CaseFileCalls {

    @Schema(name = "FilesOfACase")
    record All(List<FileDesk.Uploaded> items) {}

    private final VisibleCases cases;
    private final FileDesk desk;
    private final CurrentActor current;

    CaseFileCalls(VisibleCases cases, FileDesk desk, CurrentActor current) {
        this.cases = cases;
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The documents of a case, the first uploaded first; none for whoever may not read its matter")
    All all(@PathVariable String id) {
        Actor actor = current.get();
        return new All(desk.of(cases.idOf(id, actor), actor));
    }
}
