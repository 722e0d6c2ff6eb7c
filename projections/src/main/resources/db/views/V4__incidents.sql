-- Open incidents only; the case's code beside them, for every petition that was received.
create table views.incident (
    petition text        not null collate "C",
    incident int         not null,
    sequence bigint      not null,
    event    text        not null,
    process  text,
    activity text,
    cause    text        not null,
    since    timestamptz not null,
    primary key (petition, incident)
);
create index incident_oldest on views.incident (since, petition, incident);

create table views.incident_case (
    petition text not null collate "C" primary key,
    code     text not null,
    unit     text not null,
    settled  int  not null
);
