-- Decisions on complaints for everybody, with words blacked out; the id does not lead to the petition.
create table views.published_decision (
    petition  text not null collate "C" primary key,
    id        text not null collate "C",
    unit      text not null collate "C",
    category  text,
    number    text not null,
    issued    date not null,
    published date not null,
    text      text not null,
    words     text not null
);
create unique index published_decision_by_id on views.published_decision (id);
create index published_decision_last on views.published_decision (published desc, id desc);
create index published_decision_of_unit on views.published_decision (unit, published desc, id desc);
create index published_decision_words on views.published_decision using gin (to_tsvector('simple', words));
