package vn.caunoi.api.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.caunoi.api.designer.DraftPart;
import vn.caunoi.api.designer.ModelDraft;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.processes.studio.RuleBook;
import vn.caunoi.processes.studio.Said;
import vn.caunoi.processes.studio.TableBook;
import vn.caunoi.processes.studio.TableProblem;

/** Decision tables that a draft carries: drawn, saved over what was seen, checked by row and cell, compared with those in force. */
@Controller
class StudioTables {

    private static final String ONE = "/studio/{id}/tables/{name}";
    private static final String XML = ONE + "/xml";
    private static final String DEADLINES = "deadlines";

    /** @param row what the row calls itself; null where it is about the table */
    record Told(boolean error, @Nullable String row, String message) {}

    /** @param by who saved in between, by name, and {@code at} when; null where all is saved */
    record Kept(
            int revision,
            List<Told> problems,
            @Nullable String by,
            @Nullable String at) {}

    private final StudioDesk desk;
    private final TableBook tables;
    private final RuleBook rules;
    private final Words say;
    private final Names names;
    private final TableLegend legend;
    private final ProblemSentences sentences;

    StudioTables(
            StudioDesk desk,
            TableBook tables,
            RuleBook rules,
            TableLegend legend,
            Words say,
            Names names,
            ProblemSentences sentences) {
        this.sentences = sentences;
        this.legend = legend;
        this.desk = desk;
        this.tables = tables;
        this.rules = rules;
        this.say = say;
        this.names = names;
    }

    @GetMapping(ONE)
    String draw(@PathVariable String id, @PathVariable String name, Model model) {
        model.addAttribute("problems", told(name, fill(id, name, model)));
        model.addAttribute("table", say.word("studio.table", name)).addAttribute("legend", legend.of(name));
        return "studio-table";
    }

    @GetMapping(ONE + "/changes")
    String changes(@PathVariable String id, @PathVariable String name, Model model) {
        fill(id, name, model);
        return "studio-table-changes";
    }

    /** @return the table as the draft has it */
    private String fill(String id, String name, Model model) {
        ModelDraft draft = desk.find(id);
        String force = inForce(name);
        Optional<DraftPart> own = part(id, name);
        String xml = own.map(DraftPart::content).orElse(force);
        model.addAttribute("draft", draft)
                .addAttribute("name", name)
                .addAttribute("revision", own.map(DraftPart::revision).orElse(0))
                .addAttribute("changes", tables.changes(force, xml));
        return xml;
    }

    /** Limits that were published since stand in it. */
    private String inForce(String name) {
        Optional<String> limits = name.equals(DEADLINES) ? rules.table(say.today()) : Optional.empty();
        return limits.or(() -> tables.inForce(name)).orElseThrow(NotFound::new);
    }

    private Optional<DraftPart> part(String id, String name) {
        return desk.part(id, name + ".dmn");
    }

    @GetMapping(XML)
    ResponseEntity<byte[]> xml(@PathVariable String id, @PathVariable String name) {
        String force = inForce(name);
        return TablePages.file(name, part(id, name).map(DraftPart::content).orElse(force));
    }

    /** @param seen revision of the table that was drawn on; 0 where the draft had none */
    @PostMapping(
            path = XML,
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    @ResponseBody
    ResponseEntity<Kept> save(
            @PathVariable String id,
            @PathVariable String name,
            @RequestHeader("Caunoi-Revision") int seen,
            @RequestBody byte[] xml) {
        desk.find(id);
        inForce(name);
        String kept = tables.named(new String(xml, StandardCharsets.UTF_8));
        if (!desk.savePart(id, name + ".dmn", seen, kept.getBytes(StandardCharsets.UTF_8))) return overtaken(id, name);
        int revision = part(id, name).map(DraftPart::revision).orElse(0);
        return ResponseEntity.ok(new Kept(revision, told(name, kept), null, null));
    }

    private ResponseEntity<Kept> overtaken(String id, String name) {
        DraftPart is = part(id, name).orElse(null);
        String by = is == null ? say.text("none") : names.officer(is.changedBy());
        Kept late =
                new Kept(is == null ? 0 : is.revision(), List.of(), by, say.moment(is == null ? null : is.changed()));
        return ResponseEntity.status(HttpStatus.CONFLICT).body(late);
    }

    /** The draft does without a table of its own again. */
    @PostMapping(ONE + "/remove")
    ModelAndView remove(
            @PathVariable String id, @PathVariable String name, @RequestParam int revision, RedirectAttributes next) {
        inForce(name);
        boolean done = desk.removePart(id, name + ".dmn", revision);
        if (done) next.addFlashAttribute("said", "studio.table.removed");
        else next.addFlashAttribute("refused", say.text("studio.table.overtaken"));
        return Pages.seeOther("/studio/" + desk.find(id).id() + "/tables/" + name);
    }

    private List<Told> told(String name, String xml) {
        List<TableProblem> found = new ArrayList<>(tables.check(name, xml.getBytes(StandardCharsets.UTF_8)));
        found.addAll(desk.tableProblems(name + ".dmn", xml));
        List<Told> told = new ArrayList<>(found.stream().map(this::told).toList());
        boolean sound = found.stream().noneMatch(TableProblem::isError);
        if (sound && name.equals(DEADLINES)) {
            Said problem = rules.amendments(xml, say.today(), say.today()).problem();
            if (problem != null)
                told.add(new Told(true, null, say.text("studio.table.wrong.amended", sentences.sentence(problem))));
        }
        return told;
    }

    private Told told(TableProblem problem) {
        String what = say.or("studio.table.wrong." + problem.rule(), "");
        String sentence = what.isEmpty()
                ? sentences.sentence(problem.said())
                : say.text("studio.table.wrong." + problem.rule(), problem.detail());
        String column =
                problem.column() == null ? "" : say.or("studio.table.column." + problem.column(), problem.column());
        String where = column.isEmpty() ? "" : column + ": ";
        return new Told(problem.isError(), problem.row(), where + sentence);
    }
}
