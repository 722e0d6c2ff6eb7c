-- Data keys of persons and petitions, each wrapped by the master key. Erased: wrapped is null, the row stays for ever.
create table vault.key (
    id      uuid primary key,
    wrapped bytea,
    created timestamptz not null default now(),
    erased  timestamptz,
    constraint erased_or_wrapped check ((wrapped is null) = (erased is not null))
);
