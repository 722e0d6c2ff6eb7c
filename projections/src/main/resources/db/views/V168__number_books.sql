-- When a book of numbers was told to go on at a later one: what lies between was given to no letter.
create table views.number_book_turn (
    unit text        not null collate "C",
    year integer     not null,
    next integer     not null,
    at   timestamptz not null,
    by   text,
    primary key (unit, year, next)
);
