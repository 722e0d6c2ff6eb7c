-- Cases that are closed, with when and why; open again: no ground.
create table views.dossier_case (
    petition  text   not null collate "C" primary key,
    version   bigint not null,
    ground    text,
    closed_on date
);
create index dossier_by_closing on views.dossier_case (closed_on, petition) where ground is not null;

-- Where the papers lie and who has them.
create table views.dossier_papers (
    petition   text    not null collate "C" primary key,
    version    bigint  not null,
    place      text,
    lent_to    text,
    lent_since timestamptz,
    back_by    date,
    for_good   boolean not null,
    fate       text,
    number     text,
    decided_on date,
    kept_until date
);
create index dossier_lent on views.dossier_papers (back_by) where lent_to is not null;
