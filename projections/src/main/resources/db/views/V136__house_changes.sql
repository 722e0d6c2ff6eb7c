-- What was changed in the house itself: appointments, units, rules, models, categories, forms. One row an event.
create table views.house_change (
    id      text        not null collate "C" primary key,
    topic   text        not null,
    subject text        not null,
    name    text        not null,
    at      timestamptz not null,
    by      text,
    data    jsonb       not null
);
create index house_change_by_time on views.house_change (at desc, id desc);
create index house_change_of_topic on views.house_change (topic, at desc, id desc);
create index house_change_of_subject on views.house_change (topic, subject, id);
