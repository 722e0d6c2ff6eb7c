-- The record. Bodies are text, not jsonb, so that what was written is read back byte by byte.
create table ledger.event (
    global_index bigserial primary key,
    stream       text        not null,
    sequence     bigint      not null,
    kind         text,
    event_id     text        not null,
    recorded     timestamptz not null,
    name         text        not null,
    revision     text,
    body         text        not null,
    metadata     text        not null,
    constraint event_once_per_sequence unique (stream, sequence),
    constraint event_once_per_id unique (event_id)
);
create index event_by_recorded on ledger.event (recorded desc);

create table ledger.snapshot (
    stream   text        not null,
    sequence bigint      not null,
    kind     text        not null,
    event_id text        not null,
    recorded timestamptz not null,
    name     text        not null,
    revision text,
    body     text        not null,
    metadata text        not null,
    primary key (stream, sequence),
    constraint snapshot_once_per_id unique (event_id)
);

create table ledger.token (
    processor  text   not null,
    segment    int    not null,
    token      bytea,
    token_type text,
    touched    text,
    owner      text,
    primary key (processor, segment)
);

create table ledger.dead_letter (
    dead_letter_id     text   not null primary key,
    processor          text   not null,
    sequence_id        text   not null,
    sequence_index     bigint not null,
    message_type       text   not null,
    event_id           text   not null,
    recorded           text   not null,
    name               text   not null,
    revision           text,
    body               bytea  not null,
    metadata           bytea,
    kind               text,
    stream             text,
    sequence           bigint,
    token_type         text,
    token              bytea,
    enqueued           text   not null,
    touched            text,
    processing_started text,
    cause_type         text,
    cause_message      text,
    diagnostics        bytea,
    constraint dead_letter_once_per_position unique (processor, sequence_id, sequence_index)
);
