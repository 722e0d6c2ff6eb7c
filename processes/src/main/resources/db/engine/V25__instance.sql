-- Where each process instance stands, all of it in one row. Takes the place of act_ru_execution, act_ru_event_subscr and
-- act_ru_job, whose rows the program carries over when it starts. A row is rewritten at each move and none of it is
-- indexed but its key, so with room left in the page an update touches no index.
create table instance (
    instance uuid  primary key,
    version  int   not null,
    state    bytea not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
alter table instance alter state set storage main;
