package vn.caunoi.projections.search;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionCorrected;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionClassified;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.casefile.CaseRecord;

/** By what words each petition is found; {@link vn.caunoi.projections.casefile.CaseFiles} asks its table. */
@Component
@ProcessingGroup(Search.GROUP)
class Search implements ReadModel {
    static final String GROUP = "search";

    private final CaseRecord record;
    private final FoundBy found;
    private final Batch batch;

    Search(JdbcTemplate jdbc, CaseRecord record, FoundBy found) {
        this.record = record;
        this.found = found;
        this.batch = new Batch(this, jdbc);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("found_by");
    }

    @Override
    public Wanted wanted() {
        return Wanted.of(
                PetitionReceived.class,
                PetitionClassified.class,
                PetitionReclassified.class,
                PetitionCorrected.class,
                PersonalDataErased.class);
    }

    @Override
    public Filling filling(Tables tables) {
        return new SearchFilling(tables, record, found);
    }

    @EventHandler
    void on(PetitionEvent event, EventMessage<?> message) {
        if (SearchFilling.concerns(event)) batch.take(message);
    }
}
