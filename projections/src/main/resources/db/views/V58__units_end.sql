-- A unit that ended leads to who took over; its id is never used again. Parts say where by village or category.
alter table views.unit
    add column ended     date,
    add column successor text collate "C",
    add column parts     jsonb;
create index unit_by_successor on views.unit (successor) where successor is not null;

-- Of several appointments the one that began last counts, until it ends; those without a day began with all days.
alter table views.officer drop constraint officer_pkey;
alter table views.officer
    add column since date not null default '0001-01-01',
    add column until date;
alter table views.officer add primary key (id, since);
