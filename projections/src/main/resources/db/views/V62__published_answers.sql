-- Published answers to proposals and feedback, for everybody; nothing of who asked. The id does not lead to the petition.
create table views.published_answer (
    petition  text not null collate "C" primary key,
    id        text not null collate "C",
    kind      text not null,
    unit      text not null collate "C",
    category  text,
    published date not null,
    question  text not null,
    answer    text not null,
    words     text not null
);
create unique index published_answer_by_id on views.published_answer (id);
create index published_answer_last on views.published_answer (published desc, id desc);
create index published_answer_of_unit on views.published_answer (unit, published desc, id desc);
create index published_answer_words on views.published_answer using gin (to_tsvector('simple', words));
