-- Whom a petition is about, among those who work here: it is not there for them.
create table views.accused (
    officer  text not null collate "C",
    petition text not null collate "C",
    primary key (officer, petition)
);
create index accused_of_petition on views.accused (petition);
