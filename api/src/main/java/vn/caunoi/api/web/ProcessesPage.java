package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.caunoi.api.designer.VersionDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Standing;

/**
 * The published process models, each version with its diagram to take away; designers go from here to where running cases
 * are moved to another version.
 */
@Controller
class ProcessesPage {

    private final Library library;
    private final CurrentActor current;
    private final VersionDesk versions;

    ProcessesPage(Library library, CurrentActor current, VersionDesk versions) {
        this.versions = versions;
        this.library = library;
        this.current = current;
    }

    @GetMapping("/processes")
    String list(Model model) {
        Actor actor = current.get();
        boolean designer = actor.is(Role.DESIGNER);
        Map<Library.Entry, Standing> standings = versions.all();
        List<Library.Entry> models = List.copyOf(standings.keySet());
        model.addAttribute("insight", designer || actor.is(Role.HEAD) || actor.is(Role.INSPECTOR));
        model.addAttribute("models", models);
        model.addAttribute("standings", standings);
        model.addAttribute("movable", designer ? movable(models) : Map.of());
        model.addAttribute(
                "rehearsable",
                designer ? models.stream().map(Library.Entry::key).distinct().toList() : List.of());
        return "processes";
    }

    /** By key, the versions of a model that has more than one, the newest first. */
    private static Map<String, List<Integer>> movable(List<Library.Entry> models) {
        Map<String, List<Integer>> versions = models.stream()
                .collect(Collectors.groupingBy(
                        Library.Entry::key,
                        TreeMap::new,
                        Collectors.mapping(Library.Entry::version, Collectors.toList())));
        versions.values().removeIf(numbers -> numbers.size() < 2);
        return versions;
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
