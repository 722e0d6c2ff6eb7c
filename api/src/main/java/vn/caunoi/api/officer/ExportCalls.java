package vn.caunoi.api.officer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseFiles.Entry;

/** A search as a file. */
@RestController
@RequestMapping("/api/petitions")
@Tag(name = "petitions")
class ExportCalls {

    private static final List<String> HEADS = List.of(
            "id",
            "code",
            "kind",
            "stage",
            "status",
            "unit",
            "assignee",
            "subject",
            "category",
            "channel",
            "place",
            "receivedAt",
            "closedAt",
            "due",
            "overdue",
            "escalated",
            "waiting");

    private final CaseExport export;
    private final CurrentActor current;

    ExportCalls(CaseExport export, CurrentActor current) {
        this.export = export;
        this.current = current;
    }

    @GetMapping(value = "/export", produces = "text/csv")
    @Operation(
            summary = "What a search finds, as CSV",
            description = "The parameters of the search; at most 20,000 cases. Each case taken along is written down.")
    void export(
            SearchInput asked,
            @Schema(implementation = CaseFiles.Sort.class) @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        Actor actor = current.get();
        CaseFiles.Sort order = Asked.choice("sort", sort, CaseFiles.Sort.class);
        var wanted =
                new CaseExport.Wanted(asked.filter(actor), Objects.requireNonNullElse(order, CaseFiles.Sort.NEWEST));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(wanted, actor, HEADS, ExportCalls::line, response.getWriter());
    }

    private static List<@Nullable Object> line(Entry one) {
        return Arrays.<@Nullable Object>asList(
                one.id(),
                one.code(),
                one.kind(),
                one.stage(),
                one.status(),
                one.unit(),
                one.assignee(),
                one.subject(),
                one.category(),
                one.channel(),
                one.place(),
                one.receivedAt(),
                one.closedAt(),
                one.due(),
                one.overdue(),
                one.escalated(),
                one.waiting());
    }
}
