package vn.caunoi.processes.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.form.FormCatalogue;
import vn.caunoi.core.ledger.LedgerConfiguration;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.process.ProcessEvent.ProcessPublished;
import vn.caunoi.core.testing.MovableClock;
import vn.caunoi.core.testing.TestDatabase;
import vn.caunoi.processes.driver.Model;

@SpringBootTest(classes = PublishingTest.Studio.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class PublishingTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        DATABASE.register(registry);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({LedgerConfiguration.class, StudioConfiguration.class})
    @ComponentScan("vn.caunoi.core.process")
    static class Studio {

        @Bean
        MovableClock clock() {
            return MovableClock.at("2026-11-18T09:00:00+07:00");
        }

        @Bean
        FormCatalogue forms() {
            return FormCatalogue.shipped();
        }
    }

    @Autowired
    private Publishing publishing;

    @Autowired
    private Library library;

    @Autowired
    private ShippedModels shipped;

    @Autowired
    private Streams streams;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void the_shipped_models_are_published_at_the_start_and_only_once() {
        shipped.publish();
        assertThat(library.models())
                .filteredOn(entry -> entry.version() == 1)
                .extracting(Library.Entry::key)
                .containsExactly(
                        "complaint",
                        "denunciation",
                        "feedback",
                        "onward-denunciation",
                        "petition-intake",
                        "protection");
        assertThat(streams.of("process:complaint")).hasSize(1);
        assertThat(library.xml("complaint", 1)).hasValue(new String(Shipped.xml("complaint"), StandardCharsets.UTF_8));
    }

    @Test
    void a_published_model_can_be_used_at_once_and_stays_the_newest_after_a_restart() {
        assertThat(publishing.publish(changed("a"), "designer1"))
                .isEqualTo(new Publishing.Published("petition-intake", 2));
        assertThat(library.newest("petition-intake")).map(Model::version).hasValue(2);
        assertThat(publishing.publish(changed("a"), "designer1"))
                .isEqualTo(new Publishing.Published("petition-intake", 2));
        shipped.publish();
        assertThat(library.newest("petition-intake")).map(Model::version).hasValue(2);
        assertThat(streams.of("process:petition-intake").toList().getLast())
                .extracting(Recorded::by, Recorded::name)
                .containsExactly("designer1", "process.published");
    }

    @Test
    void a_model_tells_which_events_it_catches() {
        assertThat(library.caught())
                .containsExactlyInAnyOrder(
                        "petition.answer-sent",
                        "petition.answer-unsuitable",
                        "petition.settlement-prolonged",
                        "petition.suspended",
                        "petition.supplement-missed",
                        "petition.terminated",
                        "petition.transferred",
                        "petition.withdrawn",
                        "petition.reclassified",
                        "petition.deadline-missed",
                        "petition.deadline-approaching");
        Set<String> ofComplaints = Set.of(
                "petition.withdrawn",
                "petition.reclassified",
                "petition.supplement-missed",
                "petition.deadline-missed",
                "petition.deadline-approaching");
        assertThat(library.version("complaint", 1).catches()).isEqualTo(ofComplaints);
        assertThat(streams.of("process:complaint").findFirst().orElseThrow().payload())
                .isInstanceOfSatisfying(ProcessPublished.class, event -> assertThat(event.catches())
                        .isEqualTo(ofComplaints));
    }

    @Test
    void a_model_with_an_error_is_not_published() {
        assertThat(publishing.publish(Shipped.resource("/broken/unknown-action.bpmn"), "designer1"))
                .isInstanceOfSatisfying(Publishing.Refused.class, refused -> assertThat(refused.problems())
                        .anyMatch(Problem::isError));
    }

    @Test
    void a_publication_that_is_rolled_back_leaves_nothing() {
        int before = library.models().size();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            publishing.publish(changed("rolled back"), "designer1");
            assertThat(library.models()).hasSize(before + 1);
            status.setRollbackOnly();
        });
        assertThat(library.models()).hasSize(before);
    }

    @Test
    void the_table_can_be_dropped_and_is_read_from_the_ledger_again() {
        var before = library.models();
        jdbc.sql("truncate engine.model").update();
        shipped.publish();
        assertThat(library.models()).isEqualTo(before);
    }

    @Test
    void a_table_that_did_not_tell_of_days_places_and_people_is_completed_from_the_ledger() {
        String xml = new String(Shipped.xml("feedback"), StandardCharsets.UTF_8);
        byte[] changed = xml.replace("</bpmn:definitions>", "<!-- pilot --></bpmn:definitions>")
                .getBytes(StandardCharsets.UTF_8);
        Publishing.Terms terms = new Publishing.Terms(
                "Thử", "designer2", null, Set.of(new UnitId("A")), Map.of("deadlines.dmn", "<x/>"));
        int version = ((Publishing.Published) publishing.publish(changed, terms, "designer1")).version();
        publishing.widen("feedback", version, Set.of(new UnitId("A"), new UnitId("B")), "Tốt", "designer1");
        publishing.retire("feedback", version, "Sai", "designer1");
        var before = library.models();
        assertThat(before)
                .filteredOn(entry -> entry.key().equals("feedback") && entry.version() == version)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.units()).containsExactlyInAnyOrder("A", "B");
                    assertThat(entry.retired()).isTrue();
                    assertThat(entry.publishedBy()).isEqualTo("designer1");
                });
        jdbc.sql(
                        "update engine.model set published_by = null, note = null, pilot = '{}', retired = false, parts = null")
                .update();
        shipped.publish();
        assertThat(library.models()).isEqualTo(before);
        assertThat(library.parts("feedback", version)).containsEntry("deadlines.dmn", "<x/>");
    }

    @Test
    void a_version_that_was_never_published_is_not_there() {
        assertThat(library.newest("nothing")).isEmpty();
        assertThat(library.xml("complaint", 99)).isEmpty();
        assertThatThrownBy(() -> library.version("complaint", 99)).isInstanceOf(NoSuchElementException.class);
    }

    private static byte[] changed(String documentation) {
        String xml = new String(Shipped.xml("petition-intake"), StandardCharsets.UTF_8);
        return xml.replace("Remind the officer in charge.", documentation).getBytes(StandardCharsets.UTF_8);
    }
}
