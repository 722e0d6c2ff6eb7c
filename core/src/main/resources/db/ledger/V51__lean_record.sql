-- The record in its lean shape: binary ids, a number for the name, one place per event and a hash that links it to the
-- one before. See docs/adr/0008 and the view ledger.readable_event.

-- What an event is called: logical name, revision and kind of aggregate. A name may have several numbers, given by
-- writers who first used it at the same time: none of them has to wait for another's transaction.
create table ledger.event_name (
    id       int generated always as identity primary key,
    name     text not null,
    revision text,
    kind     text
);

-- A uuid (version 8) for a text: the first sixteen bytes of its SHA-256.
create function ledger.derived(id text) returns uuid language sql immutable strict parallel safe as $$
    select encode(set_byte(set_byte(digest, 6, get_byte(digest, 6) & 15 | 128), 8, get_byte(digest, 8) & 63 | 128), 'hex')::uuid
    from (select substr(sha256(convert_to(id, 'UTF8')), 1, 16)) as half (digest)
$$;

-- The stream of an id: a uuid is its own, except version 8, which is kept for what is no uuid.
create function ledger.stream(id text) returns uuid language sql immutable strict parallel safe as $$
    select case
        when id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-79a-f][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$' then id::uuid
        else ledger.derived(id)
    end
$$;

-- Length in four bytes, then the bytes; absent is length -1.
create function ledger.framed(value text) returns bytea language sql immutable parallel safe as $$
    select coalesce(int4send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8'), int4send(-1))
$$;

-- The hash of an event, from that of the event before in its stream (32 zero bytes for the first).
create function ledger.linked(
    prev bytea, stream uuid, seq int, name text, revision text, recorded timestamptz, body text, metadata text
) returns bytea language sql immutable parallel safe as $$
    select sha256(prev || uuid_send(stream) || int4send(seq) || ledger.framed(name) || ledger.framed(revision)
        || int8send((extract(epoch from recorded) * 1000000)::bigint) || ledger.framed(body) || ledger.framed(metadata))
$$;

alter table ledger.event rename to event_of_before;
alter table ledger.event_of_before drop constraint event_once_per_sequence;
alter table ledger.event_of_before drop constraint event_once_per_id;
alter table ledger.event_of_before drop constraint event_pkey;
drop index ledger.event_by_recorded;

create sequence ledger.event_position;
create table ledger.event (
    position bigint      not null,
    recorded timestamptz not null,
    seq      int         not null,
    name     int         not null,
    stream   uuid        not null,
    hash     bytea       not null,
    metadata text        not null,
    body     text        not null
);
alter sequence ledger.event_position owned by ledger.event.position;

-- Ids of events that were not derived from their place; each may come once.
create table ledger.given_id (
    id text primary key
);

insert into ledger.event_name (name, revision, kind)
select distinct name, revision, kind from ledger.event_of_before order by 1, 2, 3;

create aggregate ledger.chain(uuid, int, text, text, timestamptz, text, text) (
    sfunc = ledger.linked,
    stype = bytea,
    initcond = '\x0000000000000000000000000000000000000000000000000000000000000000'
);

insert into ledger.event (position, recorded, seq, name, stream, hash, metadata, body)
select position, recorded, seq, id, stream,
       ledger.chain(stream, seq, name, revision, recorded, body, metadata)
           over (partition by stream order by seq),
       metadata, body
from (
    select old.global_index as position, old.recorded, old.sequence::int as seq, called.id, called.name,
           called.revision, ledger.stream(old.stream) as stream, old.body,
           '{"~i":' || to_json(old.event_id)::text
               || case when ledger.stream(old.stream)::text = old.stream then ''
                       else ',"~s":' || to_json(old.stream)::text end
               || case when old.metadata = '{}' then '}' else ',' || substr(old.metadata, 2) end as metadata
    from ledger.event_of_before old
    join ledger.event_name called
      on called.name = old.name and called.revision is not distinct from old.revision
     and called.kind is not distinct from old.kind
) as moved
order by position;

select setval('ledger.event_position', greatest(last_value, 1), is_called) from ledger.event_global_index_seq;

drop aggregate ledger.chain(uuid, int, text, text, timestamptz, text, text);
drop table ledger.event_of_before;

alter table ledger.event add constraint event_pkey primary key (position);
alter table ledger.event add constraint event_once_per_sequence unique (stream, seq);
-- A few bytes per megabyte: where in the record a moment lies.
create index event_in_time on ledger.event using brin (position, recorded) with (autosummarize = on, pages_per_range = 64);

-- For people. Times are in the time zone of the session; what a person may not read is sealed in the body.
create view ledger.readable_event as
select event.position,
       coalesce(nullif(event.metadata, '')::json ->> '~s', event.stream::text) as stream,
       event.seq as sequence,
       called.kind,
       called.name,
       called.revision,
       event.recorded,
       nullif(event.metadata, '')::json ->> 'by' as by,
       event.body,
       event.metadata,
       encode(event.hash, 'hex') as hash
from ledger.event
join ledger.event_name called on called.id = event.name;
