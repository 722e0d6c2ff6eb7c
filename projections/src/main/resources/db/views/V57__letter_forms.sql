-- Editions of forms of letters that the authority has published itself.
create table views.letter_form (
    id      text    not null collate "C",
    edition integer not null,
    form    jsonb   not null,
    primary key (id, edition)
);
