create table views.reorganisation (
    id        text        not null collate "C" primary key,
    title     text        not null,
    basis     text,
    day       date        not null,
    state     text        not null,
    changes   jsonb       not null,
    planned   timestamptz not null,
    by        text,
    begun     timestamptz,
    completed timestamptz,
    reason    text,
    cases     int
);
create index reorganisation_by_day on views.reorganisation (day desc, id);

-- Which cases went from an ended unit to who took over, and when.
create table views.taken_over (
    petition       text        not null collate "C",
    sequence       bigint      not null,
    reorganisation text collate "C",
    from_unit      text        not null collate "C",
    to_unit        text        not null collate "C",
    at             timestamptz not null,
    primary key (petition, sequence)
);
create index taken_over_by_reorganisation on views.taken_over (reorganisation);
create index taken_over_from on views.taken_over (from_unit, petition);

-- Figures of a period that ended before a case was taken over stay with the unit that had it then.
alter table views.oversight_case
    add column former text collate "C",
    add column handed timestamptz;
