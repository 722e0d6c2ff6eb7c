-- Figures that supervisors have sent to them, for all they see or for one unit; only whose and which, never the figures.
create table vault.figures_subscription (
    id      uuid        not null primary key,
    officer text        not null collate "C",
    rhythm  text        not null check (rhythm in ('WEEKLY', 'MONTHLY')),
    span    text        not null check (span in ('PERIOD', 'YEAR')),
    unit    text,
    made    timestamptz not null
);
create unique index figures_subscription_once on vault.figures_subscription (officer, rhythm, span, coalesce(unit, ''));

-- What became of each mail: one for each subscription and period, by its last day.
create table vault.figures_mail (
    subscription uuid        not null references vault.figures_subscription on delete cascade,
    period       date        not null,
    settled      timestamptz not null,
    problem      text,
    primary key (subscription, period)
);
