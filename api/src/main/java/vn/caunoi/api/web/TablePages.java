package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.RoutingBook;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.processes.studio.TableBook;

/** The decision tables in force, drawn as tables, with what was published in their place since. */
@Controller
class TablePages {

    private static final ClassPathResource TOOL_WORDS = new ClassPathResource("studio/table-words.json");

    /** What was published for a time of its own. */
    record Since(String row, String what, String from, String source) {}

    private final TableBook tables;
    private final RuleBook rules;
    private final RoutingBook routing;
    private final CurrentActor current;
    private final Words say;
    private final Map<String, String> vietnamese;

    TablePages(
            TableBook tables, RuleBook rules, RoutingBook routing, CurrentActor current, Words say, JsonMapper json) {
        this.tables = tables;
        this.rules = rules;
        this.routing = routing;
        this.current = current;
        this.say = say;
        try (InputStream in = TOOL_WORDS.getInputStream()) {
            vietnamese = json.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/studio/tables/{name}")
    String show(@PathVariable String name, Model model) {
        inForce(name);
        model.addAttribute("name", name)
                .addAttribute("table", say.word("studio.table", name))
                .addAttribute("since", since(name))
                .addAttribute("editions", tables.editions(name));
        return "studio-table-shown";
    }

    @GetMapping("/studio/tables/{name}/xml")
    ResponseEntity<byte[]> xml(@PathVariable String name) {
        return file(name, inForce(name));
    }

    /** An edition as it was published; 0 for the table that was there before all others. */
    @GetMapping("/studio/tables/{name}/editions/{number}")
    ResponseEntity<byte[]> edition(@PathVariable String name, @PathVariable int number) {
        current.with(Role.DESIGNER);
        return file(name, tables.edition(name, number).orElseThrow(NotFound::new));
    }

    /** A table as a file: shown by no browser, whose own way to show XML is not ours. */
    static ResponseEntity<byte[]> file(String name, String xml) {
        String attachment = ContentDisposition.attachment()
                .filename(name + ".dmn", StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment)
                .body(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Words of the drawing tool in the language of the reader, by its own English, and heads of columns. */
    @GetMapping("/studio/table-words")
    @ResponseBody
    Map<String, String> words() {
        current.with(Role.DESIGNER);
        Map<String, String> words = new LinkedHashMap<>();
        if (Words.locale().getLanguage().equals("vi")) words.putAll(vietnamese);
        tables.columns().forEach(column -> words.put("column." + column, say.word("studio.table.column", column)));
        return words;
    }

    private String inForce(String name) {
        current.with(Role.DESIGNER);
        return tables.inForce(name).orElseThrow(NotFound::new);
    }

    private List<Since> since(String name) {
        return switch (name) {
            case "deadlines" ->
                rules.rows().stream()
                        .filter(RuleBook.Row::isEdition)
                        .map(row -> new Since(
                                row.id(),
                                row.amount() + " " + say.word("limit", row.unit()),
                                say.day(row.validFrom()),
                                row.source()))
                        .toList();
            case "routing" ->
                routing.afterTheTable().stream()
                        .map(row -> new Since(
                                row.id(),
                                String.join("; ", row.conditions()) + " → " + row.unit(),
                                say.day(row.validFrom()),
                                row.source()))
                        .toList();
            default -> List.of();
        };
    }
}
