package vn.caunoi.api.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.LimitUnit;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.handling.Handling;
import vn.caunoi.core.ladder.Occasion;
import vn.caunoi.core.ladder.Told;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.RefusalGround;
import vn.caunoi.projections.directory.Directory;

/** The words that cells of a decision table may hold, and what each means. */
@Component
class TableLegend {

    /** @param word as it is written in a cell */
    record Entry(String word, String means) {}

    private final Directory directory;
    private final FormCatalogue forms;
    private final Words say;

    TableLegend(Directory directory, FormCatalogue forms, Words say) {
        this.directory = directory;
        this.forms = forms;
        this.say = say;
    }

    /** By column, in the order of the table; empty for columns that take any text, number or day. */
    Map<String, List<Entry>> of(String table) {
        Map<String, List<Entry>> legend = new LinkedHashMap<>();
        legend.put("kind", each("option", Kind.values()));
        switch (table) {
            case "deadlines" -> legend.put("unit", each("limit", LimitUnit.values()));
            case "routing" -> {
                legend.put("at", units());
                legend.put("unit", units());
            }
            case "handling" -> {
                legend.put("ground", each("option", RefusalGround.values()));
                legend.put("handling", each("handling", Handling.values()));
                legend.put("outcome", outcomes());
            }
            default -> {
                legend.put("occasion", each("occasion", Occasion.values()));
                legend.put("to", each("told", Told.values()));
            }
        }
        return legend;
    }

    private List<Entry> each(String family, Enum<?>[] words) {
        return Arrays.stream(words)
                .map(word -> new Entry(word.name(), say.word(family, word)))
                .toList();
    }

    private List<Entry> units() {
        return directory.units().stream()
                .map(unit -> new Entry(unit.id().value(), unit.name()))
                .toList();
    }

    private List<Entry> outcomes() {
        List<Entry> entries = new ArrayList<>();
        for (Outcome one : forms.form("triage").orElseThrow().outcomes()) {
            entries.add(new Entry(one.id(), say.or("outcome.triage." + one.id(), say.word("outcome", one.id()))));
        }
        return entries;
    }
}
