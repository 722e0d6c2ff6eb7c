package vn.caunoi.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Refusal;

/** Decision tables that are published whole, from a day on. */
class PublishedTableTest {

    private final AggregateTestFixture<PublishedTable> fixture = new AggregateTestFixture<>(PublishedTable.class);

    @BeforeEach
    void at_noon() {
        fixture.registerInjectableResource(CLOCK);
    }

    private static TableEdition edition(int number, LocalDate from, String content) {
        return new TableEdition(TableName.ROUTING, number, from, content, "QĐ 12");
    }

    @Test
    void an_edition_gets_the_next_number() {
        fixture.givenNoPriorActivity()
                .when(PublishTable.of(edition(0, TODAY, "<one/>"), ADMIN))
                .expectEvents(new TablePublished(edition(1, TODAY, "<one/>")))
                .expectResultMessagePayload(1);
        fixture.given(new TablePublished(edition(1, TODAY, "<one/>")))
                .when(PublishTable.of(edition(0, TODAY.plusDays(3), "<two/>"), ADMIN))
                .expectEvents(new TablePublished(edition(2, TODAY.plusDays(3), "<two/>")));
    }

    @Test
    void published_twice_it_stays_one_edition() {
        fixture.given(new TablePublished(edition(1, TODAY, "<one/>")))
                .when(PublishTable.of(edition(0, TODAY, "<one/>"), ADMIN))
                .expectNoEvents()
                .expectResultMessagePayload(1);
    }

    @Test
    void neither_the_past_nor_an_empty_table_nor_an_officer_is_accepted() {
        refused(edition(0, TODAY.minusDays(1), "<one/>"), ADMIN);
        refused(edition(0, TODAY, " "), ADMIN);
        refused(edition(0, TODAY, "<one/>"), HEAD);
    }

    private void refused(TableEdition edition, Actor by) {
        fixture.givenNoPriorActivity()
                .when(PublishTable.of(edition, by))
                .expectException(Matchers.predicate(thrown -> thrown instanceof Refusal));
    }

    @Test
    void of_all_that_have_begun_the_one_that_began_last_answers() {
        TableEditions editions = TableEditions.NONE
                .after(new TablePublished(edition(1, TODAY, "<one/>")))
                .after(new TablePublished(edition(2, TODAY.plusDays(9), "<later/>")))
                .after(new TablePublished(edition(3, TODAY, "<mended/>")));
        assertThat(editions.on(TODAY.minusDays(1))).isEmpty();
        assertThat(editions.on(TODAY.plusDays(8)).orElseThrow().content()).isEqualTo("<mended/>");
        assertThat(editions.on(TODAY.plusDays(9)).orElseThrow().content()).isEqualTo("<later/>");
    }
}
