package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.caunoi.api.designer.VersionDesk;
import vn.caunoi.api.page.Asked;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.Standing;
import vn.caunoi.projections.PlainText;

/**
 * The published process models, each version with its diagram to take away; designers go from here to where running cases
 * are moved to another version.
 */
@Controller
class ProcessesPage {

    private static final int ROWS = 25;

    /** In what order versions stand. */
    enum Order {
        /** By process, the newest version first. */
        NAME,
        /** The last published first. */
        PUBLISHED
    }

    /** @param key of a process, {@code name} as a reader knows it, {@code versions} the newest first */
    record Movable(String key, String name, List<Integer> versions) {}

    /** What a reader looks for. */
    private record Wanted(@Nullable String text, @Nullable Standing standing, Order order) {

        /** @param name of its process in the words of the house */
        boolean fits(Library.Entry one, @Nullable Standing as, String name) {
            if (standing != null && standing != as) return false;
            if (text == null) return true;
            String said = String.join(" ", one.key(), one.name(), name, Objects.requireNonNullElse(one.note(), ""));
            return Arrays.stream(PlainText.of(text).split("\\s+")).allMatch(PlainText.of(said)::contains);
        }

        UriComponentsBuilder address() {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath("/processes");
            Lists.put(address, "q", text);
            Lists.put(address, "standing", standing);
            if (order != Order.NAME) address.queryParam("sort", order);
            return address.encode();
        }
    }

    private final Library library;
    private final CurrentActor current;
    private final VersionDesk versions;
    private final StepNames names;

    ProcessesPage(Library library, CurrentActor current, VersionDesk versions, StepNames names) {
        this.names = names;
        this.versions = versions;
        this.library = library;
        this.current = current;
    }

    /** @param page from 0 */
    @GetMapping("/processes")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String standing,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Actor actor = current.get();
        boolean designer = actor.is(Role.DESIGNER);
        Map<Library.Entry, Standing> standings = versions.all();
        Wanted wanted = new Wanted(
                Lists.text("q", q),
                Asked.choice("standing", Lists.blankToNull(standing), Standing.class),
                Objects.requireNonNullElse(Asked.choice("sort", Lists.blankToNull(sort), Order.class), Order.NAME));
        List<Library.Entry> found = found(standings, wanted);
        model.addAttribute("insight", designer || actor.is(Role.HEAD) || actor.is(Role.INSPECTOR))
                .addAttribute("none", standings.isEmpty())
                .addAttribute("count", found.size())
                .addAttribute("standings", standings)
                .addAttribute("kinds", Standing.values())
                .addAttribute("orders", Order.values())
                .addAttribute("q", wanted.text())
                .addAttribute("standing", wanted.standing())
                .addAttribute("order", wanted.order())
                .addAttribute("movable", designer ? movable(standings) : List.of())
                .addAttribute("rehearsable", designer ? keys(standings) : List.of());
        Lists.slice(model.asMap(), "models", found, wanted.address(), page, ROWS);
        return "processes";
    }

    private List<Library.Entry> found(Map<Library.Entry, Standing> standings, Wanted wanted) {
        Comparator<Library.Entry> order = wanted.order() == Order.PUBLISHED
                ? Comparator.comparing(Library.Entry::publishedAt).reversed()
                : Comparator.comparing(
                                (Library.Entry one) -> names.process(one.key()), Collator.getInstance(Words.locale()))
                        .thenComparing(Library.Entry::key)
                        .thenComparing(Library.Entry::version, Comparator.reverseOrder());
        return standings.entrySet().stream()
                .filter(one -> wanted.fits(
                        one.getKey(), one.getValue(), names.process(one.getKey().key())))
                .map(Map.Entry::getKey)
                .sorted(order)
                .toList();
    }

    private static List<String> keys(Map<Library.Entry, Standing> models) {
        return models.keySet().stream().map(Library.Entry::key).distinct().toList();
    }

    /** Processes that have more than one version. */
    private List<Movable> movable(Map<Library.Entry, Standing> models) {
        Map<String, List<Integer>> versions = models.keySet().stream()
                .collect(Collectors.groupingBy(
                        Library.Entry::key,
                        TreeMap::new,
                        Collectors.mapping(Library.Entry::version, Collectors.toList())));
        return versions.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(one -> new Movable(one.getKey(), names.process(one.getKey()), one.getValue()))
                .toList();
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
