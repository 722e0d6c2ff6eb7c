package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.caunoi.core.ledger.Recorded;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.KeyId;
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
    public List<Happened<PetitionEvent>> of(PetitionId petition) {
        return read(() -> streams.of(petition.value()));
    }

    /** The file right after an event of the petition, with what a denunciation does not show. */
    public CaseFile fileAt(PetitionId petition, long sequence) {
        return fold(read(() -> streams.upTo(petition.value(), sequence)))
                .orElseThrow(() -> new IllegalStateException("no record of " + petition));
    }

    /** The file as recorded up to and with a moment; none when nothing was recorded by then. */
    Optional<CaseFile> asOf(PetitionId petition, Instant moment) {
        return fold(of(petition).stream()
                .takeWhile(event -> !event.at().isAfter(moment))
                .toList());
    }

    /**
     * Where data was erased, anew with what the vault knows now: a node that opened it shortly before the erasure by
     * another one still has the keys in memory.
     */
    private List<Happened<PetitionEvent>> read(Supplier<Stream<Recorded>> stream) {
        List<Happened<PetitionEvent>> events = happened(stream.get()).toList();
        List<KeyId> erased = events.stream()
                .filter(event -> event.event() instanceof PersonalDataErased)
                .flatMap(event -> ((PersonalDataErased) event.event()).erasedKeys().stream())
                .toList();
        if (erased.isEmpty()) return events;
        erased.forEach(vault::forget);
        return happened(stream.get()).toList();
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
