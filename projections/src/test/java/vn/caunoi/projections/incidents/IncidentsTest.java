package vn.caunoi.projections.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.caunoi.core.petition.FlowEvent.IncidentOpened;
import vn.caunoi.core.petition.FlowEvent.IncidentRetried;
import vn.caunoi.core.petition.FlowEvent.IncidentSkipped;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModelsTest;
import vn.caunoi.projections.Story;
import vn.caunoi.projections.incidents.Incidents.Incident;

class IncidentsTest extends ReadModelsTest {
    @Autowired
    private Incidents incidents;

    @Test
    void an_incident_is_open_until_it_is_retried_or_skipped() {
        long before = incidents.count();
        Story one = stuck(1).wait(Duration.ofMinutes(1));
        Story other = stuck(1);
        settle();
        assertThat(incidents.count()).isEqualTo(before + 2);
        Incident open = mine().getFirst();
        assertThat(open.petition()).isEqualTo(one.id);
        assertThat(open.code()).isEqualTo(one.code);
        assertThat(open.event()).isEqualTo("petition.accepted");
        assertThat(open.cause()).isEqualTo("no such action");
        one.tell(new IncidentRetried(one.id, 1));
        other.tell(new IncidentSkipped(other.id, 1, other.text("obsolete")));
        settle();
        assertThat(incidents.count()).isEqualTo(before);
    }

    @Test
    void pages_hold_each_incident_once() {
        for (int n = 0; n < 3; n++) stuck(1);
        settle();
        List<Incident> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Page<Incident> page = incidents.open(next, 2);
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(all).doesNotHaveDuplicates().hasSize((int) incidents.count());
    }

    private List<Incident> mine() {
        return incidents.open(null, 200).items().stream()
                .filter(incident -> incident.unit().equals(unit))
                .toList();
    }

    private Story stuck(int number) {
        Story story = story().received(Kind.COMPLAINT, "s", "n");
        return story.tell(
                new IncidentOpened(story.id, number, 0, "petition.accepted", "complaint", "assign", "no such action"));
    }
}
