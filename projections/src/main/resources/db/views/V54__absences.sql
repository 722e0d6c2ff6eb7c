-- Who is away when, and who does their work meanwhile.
create table views.absence (
    officer text not null collate "C",
    since   date not null,
    until   date,
    deputy  text collate "C",
    primary key (officer, since)
);
create index absence_of_deputy on views.absence (deputy);
