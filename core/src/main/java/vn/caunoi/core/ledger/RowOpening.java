package vn.caunoi.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import tools.jackson.databind.ObjectMapper;
import vn.caunoi.core.vault.KeysAtOnce;

/** Makes events of rows, many at a time; sealed texts are opened when somebody asks for them. For one thread. */
final class RowOpening {
    private final KeysAtOnce keys;
    private final ObjectMapper json;
    private final StreamMember member;
    private final StreamMember.Bytes body;
    private final Function<EventRow, List<? extends DomainEventMessage<?>>> upcast;

    /** @param upcast reads what is not of the present revision */
    RowOpening(StoredNames names, KeysAtOnce keys, Function<EventRow, List<? extends DomainEventMessage<?>>> upcast) {
        this.keys = keys;
        this.json = LedgerJson.of(names, keys).getObjectMapper();
        this.upcast = upcast;
        this.member = names.member();
        this.body = member.new Bytes();
    }

    /** What was opened before is to be done with. */
    List<WholeRecord.Event> events(List<RowBytes> rows, EventKinds kinds, boolean by) {
        keys.nextPart();
        List<WholeRecord.Event> events = new ArrayList<>(rows.size());
        for (RowBytes row : rows) {
            EventKinds.Kind kind = kinds.of(row.name());
            if (kind.type() == null) upcast(row, kind, events);
            else events.add(event(row, kind.name(), kind.type(), by));
        }
        return events;
    }

    private WholeRecord.Event event(RowBytes row, EventNames.Name name, Class<?> type, boolean by) {
        body.complete(name, row.stream(), row.bytes(), row.bodyFrom(), row.bodyLength());
        Object payload = json.readValue(body.bytes(), body.from(), body.length(), type);
        return new WholeRecord.Event(payload, row.recorded(), by ? Envelope.by(row.metadata()) : null, row.seq());
    }

    private void upcast(RowBytes row, EventKinds.Kind kind, List<WholeRecord.Event> events) {
        EventRow old = new EventRow(
                row.stream(),
                row.seq(),
                kind.name(),
                row.recorded(),
                member.with(kind.name(), row.stream(), row.body()),
                Envelope.unpack(row.metadata()));
        for (DomainEventMessage<?> message : upcast.apply(old)) {
            Object by = message.getMetaData().get(Commands.BY);
            events.add(new WholeRecord.Event(
                    message.getPayload(),
                    message.getTimestamp(),
                    by == null ? null : by.toString(),
                    message.getSequenceNumber()));
        }
    }
}
