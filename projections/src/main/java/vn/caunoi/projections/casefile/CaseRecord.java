package vn.caunoi.projections.casefile;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** Their events are in memory together. */
    private static final int AT_ONCE = 200;

    private final Streams streams;
    private final Vault vault;

    public CaseRecord(Streams streams, Vault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    /** Its events from the first; none for a petition that does not exist. */
    public List<Happened<PetitionEvent>> of(PetitionId petition) {
        return read(() -> whole(petition));
    }

    /** With the keys of all its sealed texts in one statement. */
    private Stream<Recorded> whole(PetitionId petition) {
        return streams.whole(petition.value()).stream();
    }

    /** The file right after an event of the petition, with what a denunciation does not show. */
    public CaseFile fileAt(PetitionId petition, long sequence) {
        return fold(read(() -> whole(petition).takeWhile(event -> event.sequence() <= sequence)))
                .orElseThrow(() -> missing(petition));
    }

    /** As {@link #fileAt}, of many petitions at once. */
    Map<PetitionId, CaseFile> filesAt(Map<PetitionId, Long> sequences) {
        Map<PetitionId, CaseFile> files = new HashMap<>();
        List<PetitionId> all = List.copyOf(sequences.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<PetitionId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<String, List<Recorded>> found =
                    streams.of(some.stream().map(PetitionId::value).toList());
            for (PetitionId petition : some) {
                List<Recorded> events = found.getOrDefault(petition.value(), List.of());
                files.put(petition, fileAt(petition, sequences.getOrDefault(petition, 0L), events));
            }
        }
        return files;
    }

    private CaseFile fileAt(PetitionId petition, long sequence, List<Recorded> recorded) {
        List<Happened<PetitionEvent>> events = happened(
                        recorded.stream().takeWhile(event -> event.sequence() <= sequence))
                .toList();
        return erased(events).isEmpty()
                ? fold(events).orElseThrow(() -> missing(petition))
                : fileAt(petition, sequence);
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
        List<KeyId> erased = erased(events);
        if (erased.isEmpty()) return events;
        erased.forEach(vault::forget);
        return happened(stream.get()).toList();
    }

    private static List<KeyId> erased(List<Happened<PetitionEvent>> events) {
        return events.stream()
                .filter(event -> event.event() instanceof PersonalDataErased)
                .flatMap(event -> ((PersonalDataErased) event.event()).erasedKeys().stream())
                .toList();
    }

    private static IllegalStateException missing(PetitionId petition) {
        return new IllegalStateException("no record of " + petition);
    }

    private static Stream<Happened<PetitionEvent>> happened(Stream<Recorded> stream) {
        return stream.filter(event -> event.payload() instanceof PetitionEvent)
                .map(event ->
                        new Happened<>((PetitionEvent) event.payload(), event.at(), event.by(), event.sequence()));
    }

    static Optional<CaseFile> fold(List<Happened<PetitionEvent>> events) {
        if (events.isEmpty()) return Optional.empty();
        CaseFile begun = CaseFile.begin(events.getFirst());
        return Optional.of(begun.apply(events.subList(1, events.size())));
    }
}
