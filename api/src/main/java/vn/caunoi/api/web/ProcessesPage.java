package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.processes.studio.Library;

/** The published process models, each version with its diagram to take away. */
@Controller
class ProcessesPage {

    private final Library library;
    private final CurrentActor current;

    ProcessesPage(Library library, CurrentActor current) {
        this.library = library;
        this.current = current;
    }

    @GetMapping("/processes")
    String list(Model model) {
        current.get();
        model.addAttribute("models", library.models());
        return "processes";
    }

    @GetMapping("/processes/{key}/{version}")
    ResponseEntity<byte[]> diagram(@PathVariable String key, @PathVariable int version) {
        current.get();
        String xml = library.xml(key, version).orElseThrow(NotFound::new);
        String file = key + "-" + version + ".bpmn";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }
}
