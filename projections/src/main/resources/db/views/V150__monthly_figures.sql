-- Who has had a case since when; the first has it from ever, for receipts may be recorded late. So what a month tells of
-- an officer or a unit stays theirs, whoever has the case now.
create table views.oversight_holder (
    petition text        not null collate "C",
    sequence bigint      not null,
    since    timestamptz not null,
    unit     text        not null collate "C",
    officer  text collate "C",
    primary key (petition, sequence)
);
insert into views.oversight_holder select id, 0, '-infinity', unit, assignee from views.oversight_case;

-- When the citizen was first told something in writing.
alter table views.oversight_case add column answered timestamptz;
