package vn.caunoi.processes.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.caunoi.core.category.CategoriesInForce;
import vn.caunoi.core.category.CategoryCommand;
import vn.caunoi.core.category.CategoryEvent;
import vn.caunoi.core.category.CategoryTree;
import vn.caunoi.core.deadline.CalendarTable;
import vn.caunoi.core.deadline.WorkingCalendar;
import vn.caunoi.core.directory.Superiors;
import vn.caunoi.core.dossier.RetentionRules;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.handling.EligibilityRules;
import vn.caunoi.core.ledger.Latest;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.letter.LetterForms;
import vn.caunoi.core.reception.ReceptionRules;
import vn.caunoi.core.report.ReportDefinitions;
import vn.caunoi.core.routing.RoutingCommand;
import vn.caunoi.core.routing.RoutingEvent;
import vn.caunoi.core.routing.RoutingRowsInForce;
import vn.caunoi.core.routing.RoutingTable;
import vn.caunoi.core.table.TableName;
import vn.caunoi.core.yardstick.YardstickCommand;
import vn.caunoi.core.yardstick.YardstickEvent;
import vn.caunoi.core.yardstick.Yardsticks;
import vn.caunoi.core.yardstick.YardsticksInForce;

/**
 * The rules of the running program. {@code caunoi.rules.folder} names a folder with an authority's own
 * {@code deadlines.dmn}, {@code escalation.dmn}, {@code routing.dmn}, {@code handling.dmn}, {@code eligibility.csv}, {@code calendar.csv},
 * {@code retention.csv}, {@code reception.csv} and {@code reports.json}; what is not in it is taken as shipped.
 */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {

    /** What was changed while the program ran goes before the files. */
    @Bean
    RulesInForce rules(
            @Value("${caunoi.rules.folder:}") String folder, ObjectProvider<Streams> streams, TablesInForce published)
            throws IOException {
        DmnRules file = folder.isBlank() ? DmnRules.shipped() : DmnRules.from(Path.of(folder));
        Editions<DmnRules> tables = published.read(TableName.DEADLINES, file, DmnRules::published);
        return new RulesInForce(tables, calendar(folder), streams::getIfAvailable);
    }

    /** What was published while the program ran goes before the files. */
    @Bean
    TablesInForce tablesInForce(ObjectProvider<Streams> streams) {
        return new TablesInForce(streams::getIfAvailable);
    }

    @Bean
    LadderInForce ladder(@Value("${caunoi.rules.folder:}") String folder, TablesInForce published) {
        DmnLadder file = folder.isBlank() ? DmnLadder.shipped() : DmnLadder.from(Path.of(folder));
        return new LadderInForce(published.read(TableName.ESCALATION, file, DmnLadder::of));
    }

    @Bean
    RoutingInForce routing(
            @Value("${caunoi.rules.folder:}") String folder,
            RoutingRowsInForce rows,
            CategoriesInForce categories,
            ObjectProvider<Superiors> superiors,
            TablesInForce published) {
        DmnRouting file = folder.isBlank() ? DmnRouting.shipped() : DmnRouting.from(Path.of(folder));
        Editions<DmnRouting> tables = published.read(TableName.ROUTING, file, DmnRouting::of);
        return new RoutingInForce(tables, rows, categories, superiors::getIfAvailable);
    }

    @Bean
    RoutingRowsInForce routingRowsInForce(ObjectProvider<Streams> streams) {
        var latest = new Latest<>(
                streams::getIfAvailable,
                RoutingCommand.STREAM,
                RoutingTable.NONE,
                (table, event) -> event instanceof RoutingEvent change ? table.after(change) : table);
        return new RoutingRowsInForce() {
            @Override
            public RoutingTable table() {
                return latest.get();
            }

            @Override
            public void forget() {
                latest.forget();
            }
        };
    }

    @Bean
    YardsticksInForce yardsticksInForce(ObjectProvider<Streams> streams) {
        var latest = new Latest<>(
                streams::getIfAvailable,
                YardstickCommand.STREAM,
                Yardsticks.NONE,
                (known, event) -> event instanceof YardstickEvent change ? known.after(change) : known);
        return new YardsticksInForce() {
            @Override
            public Yardsticks yardsticks() {
                return latest.get();
            }

            @Override
            public void forget() {
                latest.forget();
            }
        };
    }

    @Bean
    CategoriesInForce categoriesInForce(ObjectProvider<Streams> streams) {
        var latest = new Latest<>(
                streams::getIfAvailable,
                CategoryCommand.STREAM,
                CategoryTree.shipped(),
                (tree, event) -> event instanceof CategoryEvent change ? tree.after(change) : tree);
        return new CategoriesInForce() {
            @Override
            public CategoryTree tree() {
                return latest.get();
            }

            @Override
            public void forget() {
                latest.forget();
            }
        };
    }

    @Bean
    CalendarBean workingCalendar(RulesInForce inForce) {
        return new CalendarBean(inForce);
    }

    private static WorkingCalendar calendar(String folder) throws IOException {
        Path own = Path.of(folder, "calendar.csv");
        return folder.isBlank() || !Files.exists(own)
                ? WorkingCalendar.vietnam()
                : CalendarTable.read("local", Files.readString(own));
    }

    @Bean
    ReceptionRules receptionRules(@Value("${caunoi.rules.folder:}") String folder) throws IOException {
        Path own = Path.of(folder, "reception.csv");
        if (folder.isBlank() || !Files.exists(own)) return ReceptionRules.shipped();
        try (InputStream table = Files.newInputStream(own)) {
            return ReceptionRules.read(table);
        }
    }

    @Bean
    RetentionRules retentionRules(@Value("${caunoi.rules.folder:}") String folder) throws IOException {
        Path own = Path.of(folder, "retention.csv");
        if (folder.isBlank() || !Files.exists(own)) return RetentionRules.shipped();
        try (InputStream table = Files.newInputStream(own)) {
            return RetentionRules.read(table);
        }
    }

    /** An authority's own forms and editions, completed by the shipped ones. */
    @Bean
    LetterForms letterForms(@Value("${caunoi.rules.folder:}") String folder) throws IOException {
        Path own = Path.of(folder, "letters.txt");
        if (folder.isBlank() || !Files.exists(own)) return LetterForms.shipped();
        try (InputStream forms = Files.newInputStream(own)) {
            return LetterForms.read(forms).completedBy(LetterForms.shipped());
        }
    }

    /** An authority's own editions of what is reported, completed by the shipped ones. */
    @Bean
    ReportDefinitions reportDefinitions(@Value("${caunoi.rules.folder:}") String folder) throws IOException {
        Path own = Path.of(folder, "reports.json");
        if (folder.isBlank() || !Files.exists(own)) return ReportDefinitions.shipped();
        try (InputStream definitions = Files.newInputStream(own)) {
            return ReportDefinitions.read(definitions).completedBy(ReportDefinitions.shipped());
        }
    }

    @Bean
    HandlingInForce handlingRules(@Value("${caunoi.rules.folder:}") String folder, TablesInForce published) {
        DmnHandling file = folder.isBlank() ? DmnHandling.shipped() : DmnHandling.from(Path.of(folder));
        return new HandlingInForce(published.read(TableName.HANDLING, file, DmnHandling::published));
    }

    @Bean
    EligibilityRules eligibilityRules(@Value("${caunoi.rules.folder:}") String folder) throws IOException {
        Path own = Path.of(folder, "eligibility.csv");
        if (folder.isBlank() || !Files.exists(own)) return EligibilityRules.shipped();
        try (InputStream table = Files.newInputStream(own)) {
            return EligibilityRules.read(table);
        }
    }

    @Bean
    FormCatalogue formCatalogue() {
        return FormCatalogue.shipped();
    }
}
