-- Who moved petitions in and out of the installation, and what came of it.
create table vault.moving (
    id      text        not null collate "C" primary key,
    begun   timestamptz not null,
    by      text        not null,
    what    text        not null collate "C",
    file    text        not null,
    source  text        not null,
    lines   bigint      not null,
    taken   bigint      not null,
    already bigint      not null,
    wrong   bigint      not null,
    ended   timestamptz
);
create index moving_last on vault.moving (begun desc, id);
