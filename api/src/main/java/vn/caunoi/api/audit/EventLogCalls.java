package vn.caunoi.api.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.officer.SearchInput;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.casefile.CaseFiles;

/** The events of a selection as logs that programs of process mining read. */
@RestController
@RequestMapping("/api/oversight/events")
@Tag(name = "oversight")
class EventLogCalls {

    private final EventLogs logs;
    private final CurrentActor current;

    EventLogCalls(EventLogs logs, CurrentActor current) {
        this.logs = logs;
        this.current = current;
    }

    @GetMapping(path = "/log.xes", produces = "application/xml")
    @Operation(
            summary = "The events of a selection as XES (IEEE 1849)",
            description =
                    "The parameters of the search; at most 20,000 cases. No names and nothing that was typed; accounts"
                            + " are told by a word that stands for them unless named=true.")
    void xes(SearchInput asked, @RequestParam(defaultValue = "false") boolean named, HttpServletResponse response)
            throws IOException, XMLStreamException {
        Actor actor = current.get();
        EventLogs.mayTake(actor);
        CaseFiles.Filter filter = asked.filter(actor);
        head(response, "application/xml", "events.xes");
        try (XesLog log = new XesLog(response.getOutputStream(), logs, named)) {
            logs.each(filter, actor, log::write);
        }
    }

    @GetMapping(path = "/log.ocel.json", produces = "application/json")
    @Operation(summary = "The same as OCEL 2.0 in JSON, with petitions, tasks, letters, units and people as objects")
    void ocel(SearchInput asked, @RequestParam(defaultValue = "false") boolean named, HttpServletResponse response)
            throws IOException {
        Actor actor = current.get();
        EventLogs.mayTake(actor);
        CaseFiles.Filter filter = asked.filter(actor);
        head(response, "application/json", "events.ocel.json");
        new OcelLog(logs, filter, actor, named).write(response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
