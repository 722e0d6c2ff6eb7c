package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Happened;

/** The record of one petition, folded. */
@Component
public class CaseRecord {
    private final Streams streams;
    private final Vault vault;

    public CaseRecord(Streams streams, Vault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    /** Its events from the first; none for a petition that does not exist. */
    List<Happened<PetitionEvent>> of(PetitionId petition) {
        return happened(streams.of(petition.value())).toList();
    }

    /** The file right after an event of the petition, with what a denunciation does not show. */
    public CaseFile fileAt(PetitionId petition, long sequence) {
        return fold(happened(streams.upTo(petition.value(), sequence)).toList())
                .orElseThrow(() -> new IllegalStateException("no record of " + petition));
    }

    /** The file right after data was erased, told of what can still be read. */
    CaseFile fileWithout(PersonalDataErased event, long sequence) {
        event.erasedKeys().forEach(vault::forget);
        return fileAt(event.petition(), sequence);
    }

    /** The file as recorded up to and with a moment; none when nothing was recorded by then. */
    Optional<CaseFile> asOf(PetitionId petition, Instant moment) {
        return fold(happened(streams.asOf(petition.value(), moment)).toList());
    }

    private static Stream<Happened<PetitionEvent>> happened(Stream<Recorded> stream) {
        return stream.map(
                event -> new Happened<>((PetitionEvent) event.payload(), event.at(), event.by(), event.sequence()));
    }

    private static Optional<CaseFile> fold(List<Happened<PetitionEvent>> events) {
        if (events.isEmpty()) return Optional.empty();
        CaseFile begun = CaseFile.begin(events.getFirst());
        return Optional.of(begun.apply(events.subList(1, events.size())));
    }
}
