package vn.caunoi.api.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.processes.studio.HandlingBook;
import vn.caunoi.processes.studio.LadderBook;
import vn.caunoi.processes.studio.Library;
import vn.caunoi.processes.studio.RoutingBook;
import vn.caunoi.projections.directory.Directory;

/** Rows of the tables and process models that name units. Models by their newest versions: those are what cases begin on. */
@Component
class RuleMentions implements NamesUnits {

    private final RoutingBook routing;
    private final HandlingBook handling;
    private final LadderBook ladder;
    private final Library models;

    RuleMentions(RoutingBook routing, HandlingBook handling, LadderBook ladder, Library models) {
        this.routing = routing;
        this.handling = handling;
        this.ladder = ladder;
        this.models = models;
    }

    @Override
    public List<Mention> of(List<Directory.Unit> units, LocalDate from, Actor reader) {
        List<Mention> found = new ArrayList<>();
        for (Directory.Unit unit : units) {
            tables(unit.id(), found);
            models(unit.id(), found);
        }
        return found;
    }

    private void tables(UnitId unit, List<Mention> found) {
        routing.rows().stream()
                .filter(row -> row.unit().equals(unit.value()) || isIn(row.conditions(), unit))
                .forEach(row -> found.add(new Mention(
                        unit,
                        "routing",
                        named(row.id(), row.descriptionVi(), row.description()),
                        "/processes/routing")));
        handling.rows().stream()
                .filter(row -> isIn(row.conditions(), unit))
                .forEach(row -> found.add(new Mention(
                        unit,
                        "handling",
                        named(row.id(), row.descriptionVi(), row.description()),
                        "/processes/handling")));
        ladder.rows().stream()
                .filter(row -> isIn(List.of(row.kind(), row.stage(), row.to()), unit))
                .forEach(row -> found.add(new Mention(
                        unit,
                        "ladder",
                        named(row.id(), row.descriptionVi(), row.description()),
                        "/processes/escalation")));
    }

    private void models(UnitId unit, List<Mention> found) {
        Set<String> seen = new HashSet<>();
        for (Library.Entry model : models.models()) {
            boolean pilot = !model.retired() && model.units().contains(unit.value());
            if (!seen.add(model.key()) && !pilot) continue;
            boolean names = pilot
                    || models.xml(model.key(), model.version())
                            .filter(xml ->
                                    isIn(List.of(xml.replace("&#34;", "\"").replace("&quot;", "\"")), unit))
                            .isPresent();
            if (names) found.add(new Mention(unit, "model", model.name() + " (" + model.version() + ")", "/processes"));
        }
    }

    /** As a text in quotes: an id may be a single letter. */
    private static boolean isIn(List<String> texts, UnitId unit) {
        String one = "\"" + unit + "\"";
        String other = "'" + unit + "'";
        return texts.stream().anyMatch(text -> text.contains(one) || text.contains(other));
    }

    private static String named(String id, String vi, String en) {
        String description = LocaleContextHolder.getLocale().getLanguage().equals("en") ? en : vi;
        return description.isBlank() ? id : id + " · " + description;
    }
}
