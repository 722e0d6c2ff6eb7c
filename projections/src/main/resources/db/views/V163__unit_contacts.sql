-- How people reach a unit; all of it is public.
create table views.unit_contact (
    unit    text not null collate "C" primary key,
    phone   text,
    hotline text,
    email   text,
    address text,
    hours   text
);
