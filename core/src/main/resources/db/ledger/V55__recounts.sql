-- How far counting deadlines anew has come after a change of calendar or rules: one node does it at a time, the others see
-- it, and after a stop another goes on. What was counted is in the record; this is only told.
create table ledger.recount (
    change  integer     not null primary key,
    node    uuid,
    until   timestamptz not null,
    looked  integer     not null default 0,
    concern integer     not null default 0,
    moved   integer     not null default 0,
    failed  integer     not null default 0
);
