-- Since when an officer wants a mail each working morning about what is in the units they oversee; null: never.
alter table vault.notice_choice add overview_since timestamptz;

-- What became of the mail of a morning: one for each officer and day. Nothing of what was in it.
create table vault.overview_mail (
    officer text        not null collate "C",
    day     date        not null,
    settled timestamptz not null,
    problem text,
    primary key (officer, day)
);
create index overview_mail_by_day on vault.overview_mail (day);
