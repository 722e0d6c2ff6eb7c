-- Which edition of the escalation ladder open deadlines were last looked at by; no row while it is the file's.
create table ladder (
    one     boolean primary key default true check (one),
    edition integer not null
);
