create table views.unit (
    id     text not null collate "C" primary key,
    parent text collate "C",
    name   text not null
);
create index unit_by_parent on views.unit (parent);

create table views.officer (
    id    text   not null collate "C" primary key,
    unit  text   not null collate "C",
    name  text   not null,
    roles text[] not null
);
create index officer_by_unit on views.officer (unit, id);
