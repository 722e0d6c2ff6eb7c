-- A request is known by an id of its own: the code of a petition is half of what leads to it. What was given out before goes on
-- answering.
alter table vault.open311_request
    add column id text not null default gen_random_uuid()::text,
    add column known_by_code boolean not null default false;
update vault.open311_request set known_by_code = true;
alter table vault.open311_request alter column id drop default;
create unique index open311_request_by_id on vault.open311_request (id);
