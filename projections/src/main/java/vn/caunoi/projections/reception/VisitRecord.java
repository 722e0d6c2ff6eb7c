package vn.caunoi.projections.reception;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.reception.VisitEvent;
import vn.caunoi.core.reception.VisitEvent.VisitDataErased;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Happened;

/** The record of one visit. */
@Component
public class VisitRecord {
    private final Streams streams;
    private final Vault vault;

    public VisitRecord(Streams streams, Vault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    /** Its events from the first; none for a visit that does not exist. What was erased reads so at once. */
    public List<Happened<VisitEvent>> of(VisitId visit) {
        List<Happened<VisitEvent>> events = read(visit);
        List<KeyId> erased = events.stream()
                .filter(event -> event.event() instanceof VisitDataErased)
                .flatMap(event -> ((VisitDataErased) event.event()).erasedKeys().stream())
                .toList();
        if (erased.isEmpty()) return events;
        // another node erased them, while this one still has them in memory
        erased.forEach(vault::forget);
        return read(visit);
    }

    private List<Happened<VisitEvent>> read(VisitId visit) {
        return streams.whole(visit.value()).stream()
                .filter(event -> event.payload() instanceof VisitEvent)
                .map(event -> new Happened<>((VisitEvent) event.payload(), event.at(), event.by(), event.sequence()))
                .toList();
    }
}
