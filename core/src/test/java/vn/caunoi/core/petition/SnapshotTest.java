package vn.caunoi.core.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.caunoi.core.petition.Cases.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.deadline.Limit;
import vn.caunoi.core.ledger.LedgerJson;
import vn.caunoi.core.ledger.StoredNames;
import vn.caunoi.core.testing.ClearSealing;

class SnapshotTest {

    private final LedgerJson json = LedgerJson.of(StoredNames.scan("vn.caunoi.core.petition"), new ClearSealing());

    @Test
    void a_petition_read_from_its_snapshot_is_the_one_that_was_written() {
        Petition petition = eventful();
        var written = json.serialize(petition, String.class);
        Petition read = json.deserialize(written);
        assertThat(read).usingRecursiveComparison().usingOverriddenEquals().isEqualTo(petition);
        assertThat(written.getType().getName()).isEqualTo("snapshot.petition");
        assertThat(written.getData())
                .doesNotContain("Nguyễn Thị Lan")
                .doesNotContain("Báo cáo")
                .doesNotContain("UBND");
    }

    private static Petition eventful() {
        var process = set("process", Basis.RECEIVED, RECEIVED_ON, 20);
        var settle = set("settle_1", Basis.ACCEPTED, ACCEPTED_ON, 30);
        List<PetitionEvent> past = List.of(
                received(),
                started("complaint"),
                process,
                opened("classify"),
                classified(),
                met("process", NOW, false),
                completed("classify", "classified"),
                accepted(),
                settle,
                new DeadlineEvent.DeadlineExtended(
                        ID,
                        "settle_1",
                        Limit.calendarDays(15),
                        settle.due(),
                        due(2026, 12, 24),
                        text("r"),
                        settle.explanation()),
                suspended(TODAY),
                new DeadlineEvent.DeadlinePaused(ID, "settle_1", TODAY),
                assigned(),
                verified(),
                drafted(1),
                opened("hold-dialogue", OFFICER, NOW),
                new LetterEvent.LetterDrafted(
                        ID,
                        new LetterId("l-1"),
                        WARD_A,
                        "acceptance",
                        1,
                        1,
                        Milestone.ACCEPTED,
                        null,
                        null,
                        text("Về việc UBND"),
                        text("Nguyễn Thị Lan"),
                        text("Báo cáo"),
                        text("- Như trên;")),
                new FlowEvent.TimerSet(ID, "t1", "complaint", "wait", NOW),
                new FlowEvent.IncidentOpened(ID, 1, 7, "petition.classified", null, null, "c"),
                new CaseEvent.PetitionLinked(ID, OTHER, Relation.RELATED_TO, null),
                new CaseEvent.PetitionEscalated(ID, 1, WARD_A, "deadline-missed", "settle_1", null));
        Petition petition = new Petition();
        past.forEach(event -> petition.evolve(event, NOW));
        return petition;
    }
}
