-- The rota of leaders who receive citizens, and what became of each day.
create table views.sitting (
    sitting     text    not null collate "C" primary key,
    unit        text    not null collate "C",
    leader      text    not null collate "C",
    office      text    not null,
    wanted      date    not null,
    day         date    not null,
    begins      time    not null,
    ends        time    not null,
    room        text    not null,
    online      boolean not null,
    unscheduled text,
    state       text    not null,
    delegate    text,
    reason      text,
    version     bigint  not null
);
create index sitting_of_unit on views.sitting (unit, day, begins, sitting);
create index sitting_by_day on views.sitting (day, begins, sitting);
