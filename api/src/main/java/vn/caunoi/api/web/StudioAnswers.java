package vn.caunoi.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.caunoi.api.designer.StudioDesk;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.processes.studio.Grounds;
import vn.caunoi.processes.studio.LegalStep;
import vn.caunoi.processes.studio.LegalSteps;
import vn.caunoi.processes.studio.Palette;

/** What the script of the studio asks for while somebody draws. */
@RestController
class StudioAnswers {

    private static final ClassPathResource TOOL_WORDS = new ClassPathResource("studio/tool-words.json");

    /**
     * @param words of the drawing tool in the language of the reader, by its own English
     * @param legal steps that the law demands, by key of the process
     * @param grounds on which a case may rest
     */
    record Given(
            Palette palette,
            Map<String, String> says,
            Map<String, String> words,
            Map<String, List<LegalStep>> legal,
            List<String> grounds) {}

    /** @param by who saved in between, by name, and {@code at} when; null where all is saved */
    record Kept(
            int revision,
            List<ProblemSentences.Seen> problems,
            @Nullable String by,
            @Nullable String at) {}

    private final StudioDesk desk;
    private final Palette palette;
    private final CurrentActor current;
    private final Words say;
    private final Names names;
    private final ProblemSentences told;
    private final Map<String, String> vietnamese;

    StudioAnswers(
            StudioDesk desk,
            Palette palette,
            CurrentActor current,
            Words say,
            Names names,
            ProblemSentences told,
            JsonMapper json) {
        this.desk = desk;
        this.palette = palette;
        this.current = current;
        this.say = say;
        this.names = names;
        this.told = told;
        try (InputStream in = TOOL_WORDS.getInputStream()) {
            vietnamese = json.readValue(in, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that may stand in a diagram, and the words of the panel beside it. */
    @GetMapping("/studio/palette")
    Given palette() {
        current.with(Role.DESIGNER);
        Map<String, String> says = new LinkedHashMap<>();
        StudioWords.ALL.forEach(word -> says.put(word, say.word("studio.panel", word)));
        StudioWords.TYPES.forEach(type -> says.put("type." + type, say.word("studio.type", type)));
        StudioWords.RULES.forEach(rule -> says.put("rule." + rule, say.word("studio.rule", rule)));
        palette.groups()
                .forEach(group -> says.put("group." + group, say.word("group", group.toUpperCase(Locale.ROOT))));
        StudioWords.HINTS.forEach(word -> says.put("help." + word, say.word("studio.hint", word)));
        StudioWords.INSERTS.forEach(word -> says.put("insert." + word, say.word("studio.insert", word)));
        palette.forms().forEach(form -> says.putAll(words(form)));
        palette.actions().forEach(action -> {
            says.put("action." + action.topic(), say.word("studio.action", action.topic()));
            action.inputs().forEach(input -> says.put("input." + input.name(), say.word("studio.input", input.name())));
        });
        palette.events().forEach(event -> says.put("event." + event, say.or("event." + event, event)));
        boolean isVietnamese = Words.locale().getLanguage().equals("vi");
        LegalSteps.all().forEach(step -> says.put("legal." + step.id(), say.word("studio.legal", step.id())));
        Grounds.all().forEach(ground -> says.put("ground." + ground, say.word("studio.ground", ground)));
        Map<String, List<LegalStep>> legal =
                LegalSteps.all().stream().collect(Collectors.groupingBy(LegalStep::process));
        return new Given(palette, says, isVietnamese ? vietnamese : Map.of(), legal, Grounds.all());
    }

    private Map<String, String> words(Palette.FormWords form) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("form." + form.id(), say.word("form", form.id()));
        form.outcomes().forEach(outcome -> {
            String all = say.word("outcome", outcome);
            words.put("outcome." + form.id() + "." + outcome, say.or("outcome." + form.id() + "." + outcome, all));
        });
        return words;
    }

    @GetMapping(path = "/studio/{id}/xml", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] xml(@PathVariable String id) {
        return desk.find(id).xml().getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping(
            path = "/studio/check",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    List<ProblemSentences.Seen> check(@RequestBody byte[] xml) {
        return told.seen(desk.check(xml));
    }

    /** @param seen the revision that was drawn on */
    @PostMapping(
            path = "/studio/{id}/xml",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    ResponseEntity<Kept> save(
            @PathVariable String id, @RequestHeader("Caunoi-Revision") int seen, @RequestBody byte[] xml) {
        return switch (desk.save(id, seen, xml)) {
            case StudioDesk.Saved saved ->
                ResponseEntity.ok(new Kept(saved.revision(), told.seen(saved.problems()), null, null));
            case StudioDesk.Overtaken late ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(new Kept(
                                late.is().revision(),
                                List.of(),
                                names.officer(late.is().changedBy()),
                                say.moment(late.is().changed())));
        };
    }
}
