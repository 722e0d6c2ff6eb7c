-- How far the business clock of a demonstration runs ahead of the machine's; one row, none in production.
create table ledger.business_clock (
    one          boolean primary key default true check (one),
    ahead_micros bigint not null
);
