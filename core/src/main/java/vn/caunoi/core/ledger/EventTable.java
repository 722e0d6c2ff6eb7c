package vn.caunoi.core.ledger;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** Our names for the tables and columns that Axon reads and writes. */
final class EventTable {

    static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("ledger.token")
            .setProcessorNameColumn("processor")
            .setTokenTypeColumn("token_type")
            .setTimestampColumn("touched")
            .build();

    static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("ledger.dead_letter")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("processor")
            .sequenceIdentifierColumn("sequence_id")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_id")
            .timestampColumn("recorded")
            .payloadTypeColumn("name")
            .payloadRevisionColumn("revision")
            .payloadColumn("body")
            .metaDataColumn("metadata")
            .aggregateTypeColumn("kind")
            .aggregateIdentifierColumn("stream")
            .sequenceNumberColumn("sequence")
            .tokenTypeColumn("token_type")
            .tokenColumn("token")
            .enqueuedAtColumn("enqueued")
            .lastTouchedColumn("touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .diagnosticsColumn("diagnostics")
            .build();

    private EventTable() {}
}
