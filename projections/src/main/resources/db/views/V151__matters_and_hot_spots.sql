-- What people are upset about, in clear words only: category, village, number of the decision that is contested.
alter table views.oversight_case
    add column category  text,
    add column place     text,
    add column contested text,
-- What may make a hot spot: the unit it was brought to, how many people and demands, accepted as complex.
    add column brought   text collate "C",
    add column people    int     not null default 1,
    add column points    int     not null default 0,
    add column complex   boolean not null default false;
update views.oversight_case c set category = f.category, place = f.place from views.case_file f where f.id = c.id;
