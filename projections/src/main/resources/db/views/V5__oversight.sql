-- What supervisors ask about each case. Nothing to meet: due at infinity; never escalated: level 0.
create table views.oversight_case (
    id        text        not null collate "C" primary key,
    code      text        not null,
    kind      text,
    channel   text        not null,
    unit      text        not null collate "C",
    assignee  text collate "C",
    subject   text,
    stage     text        not null,
    status    text        not null,
    accepted  boolean     not null,
    received  timestamptz not null,
    closed    timestamptz,
    result    text,
    due       timestamptz not null,
    level     int         not null,
    escalated timestamptz,
    cause     text,
    limits    jsonb       not null,
    version   bigint      not null
);
create index oversight_due on views.oversight_case (due, id) where status <> 'CLOSED';
create index oversight_due_of_unit on views.oversight_case (unit, due, id) where status <> 'CLOSED';
create index oversight_escalated on views.oversight_case (escalated desc, id desc)
    where status <> 'CLOSED' and level > 0;
create index oversight_unassigned on views.oversight_case (received, id) where status <> 'CLOSED' and assignee is null;
create index oversight_received on views.oversight_case (received, id);
create index oversight_open on views.oversight_case (unit, received) where status <> 'CLOSED';

-- What counts in a period, with who was responsible then. A case counts as closed once, whatever follows.
create table views.oversight_fact (
    petition text        not null collate "C",
    sequence bigint      not null,
    what     text        not null,
    at       timestamptz not null,
    unit     text        not null collate "C",
    officer  text collate "C",
    result   text,
    primary key (petition, sequence)
);
create index oversight_fact_by_time on views.oversight_fact (what, at, petition);
