-- Urging letters: by when the first is to be answered, on each open task and on the boards.
alter table views.task add column urged date;

-- Where a case was brought last, and which limit passed that nobody was told of.
alter table views.oversight_case
    add column raised text collate "C",
    add column urged timestamptz,
    add column urgings jsonb,
    add column unnoticed timestamptz;
create index oversight_urged on views.oversight_case (urged, id) where status <> 'CLOSED' and urged is not null;

-- Which limit a case rose about was not kept; one that had passed by then is taken for noticed.
update views.oversight_case c
   set limits = (
         select jsonb_agg(
                  case when l.limit_ ->> 'settled' is null and (l.limit_ ->> 'due')::timestamptz <= c.escalated
                       then l.limit_ || jsonb_build_object('noticed', to_jsonb(c.escalated)) else l.limit_ end
                  order by l.n)
           from jsonb_array_elements(c.limits) with ordinality as l(limit_, n))
 where c.status <> 'CLOSED' and c.level > 0 and c.limits <> '[]';
update views.oversight_case c
   set unnoticed = (
         select min((l.limit_ ->> 'due')::timestamptz)
           from jsonb_array_elements(c.limits) as l(limit_)
          where l.limit_ ->> 'settled' is null and l.limit_ ->> 'noticed' is null
            and not coalesce((l.limit_ ->> 'paused')::boolean, false))
 where c.status <> 'CLOSED' and c.due < 'infinity';

-- The check that no overdue case is unnoticed: when it ran last, on whichever node, and what it found. Not a read model.
create table views.overdue_check (
    one       boolean     not null primary key check (one),
    begun     timestamptz not null,
    ran       timestamptz,
    at        timestamptz,
    overdue   bigint,
    found     bigint,
    unnoticed bigint
);
