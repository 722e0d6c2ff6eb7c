package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.form.Act;
import vn.caunoi.core.form.Bound;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FieldType;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Stage;
import vn.caunoi.processes.studio.ModelForms;

/** What the editor of forms asks for: the words a form is made of, and the forms of the house to begin with. */
@RestController
class StudioForms {

    /**
     * @param shipped forms of the house by their ids
     * @param types sorts of fields; {@code bounds} words for days; {@code stages} where a petition may stand
     */
    record Given(
            List<Doing> acts,
            Map<String, String> shipped,
            Map<String, String> types,
            Map<String, String> bounds,
            Map<String, String> stages,
            Map<String, String> says) {}

    /** What an outcome may do to a petition, and the fields without which it cannot. */
    record Doing(String id, String label, List<Field> fields) {}

    private final FormCatalogue forms;
    private final ShippedWords worded;
    private final CurrentActor current;
    private final Words say;

    StudioForms(FormCatalogue forms, ShippedWords worded, CurrentActor current, Words say) {
        this.forms = forms;
        this.worded = worded;
        this.current = current;
        this.say = say;
    }

    @GetMapping("/studio/forms")
    Given given() {
        current.with(Role.DESIGNER);
        Map<String, String> shipped = new LinkedHashMap<>();
        forms.all().forEach(form -> shipped.put(form.id(), say.word("form", form.id())));
        Map<String, String> types = new LinkedHashMap<>();
        for (FieldType type : FieldType.values()) types.put(type.code(), say.word("studio.form.type", type.code()));
        Map<String, String> says = new LinkedHashMap<>();
        StudioWords.FORMS.forEach(word -> says.put(word, say.word("studio.form", word)));
        return new Given(
                acts(),
                shipped,
                types,
                words("studio.form.bound", Bound.values()),
                words("stage", Stage.values()),
                says);
    }

    private Map<String, String> words(String family, Enum<?>[] all) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Enum<?> one : all) words.put(one.name(), say.word(family, one));
        return words;
    }

    /** Named by the outcomes of the house that do the same. */
    private List<Doing> acts() {
        Map<Act, Doing> acts = new LinkedHashMap<>();
        for (Form form : forms.all()) {
            for (Outcome outcome : form.outcomes()) {
                if (outcome.act() != Act.NONE) acts.computeIfAbsent(outcome.act(), act -> doing(act, form, outcome));
            }
        }
        List<Doing> sorted = new ArrayList<>(acts.values());
        sorted.sort(Comparator.comparing(Doing::label));
        Arrays.stream(Act.values())
                .filter(act -> act != Act.NONE && !acts.containsKey(act))
                .forEach(act -> sorted.add(new Doing(act.name(), act.name(), List.of())));
        return sorted;
    }

    private Doing doing(Act act, Form form, Outcome outcome) {
        Outcome known = worded.worded(form.id(), outcome);
        Locale locale = Words.locale();
        String label = say.word("form", form.id()) + ": " + known.said(locale.getLanguage());
        List<Field> needed = known.fields().stream()
                .filter(field -> act.needs().contains(field.id()))
                .toList();
        return new Doing(act.name(), label, needed);
    }

    /** A form of the house with its words in both languages, to be changed and kept with a model. */
    @GetMapping(path = "/studio/forms/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String shipped(@PathVariable String id) {
        current.with(Role.DESIGNER);
        return forms.form(id).map(worded::worded).map(ModelForms::write).orElseThrow(NotFound::new);
    }
}
