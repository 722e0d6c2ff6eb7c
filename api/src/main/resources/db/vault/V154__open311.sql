-- Requests that came by Open311, so that they can be asked for there. The place is rounded to about a hundred metres; what was
-- written and by whom stands in the case only.
create table vault.open311_request (
    code         text        not null primary key,
    petition     text        not null,
    service_code text        not null,
    latitude     numeric(6, 3),
    longitude    numeric(6, 3),
    requested_at timestamptz not null
);
create index open311_request_by_time on vault.open311_request (requested_at desc, code);
