-- Dialogue conferences and the matters raised at them.
create table views.conference (
    conference        text    not null collate "C" primary key,
    unit              text    not null collate "C",
    subject           text    not null,
    occasion          text    not null,
    day               date    not null,
    begins            time    not null,
    place             text    not null,
    online            boolean not null,
    state             text    not null,
    announced         date,
    announced_where   text,
    announced_in_time boolean,
    chair             text,
    participants      int,
    invited           text,
    minutes           text,
    result_due        timestamptz,
    result_rule       jsonb,
    published         date,
    published_where   text,
    published_in_time boolean,
    result            text,
    reason            text,
    version           bigint  not null
);
create index conference_of_unit on views.conference (unit, day desc, conference desc);
create index conference_by_day on views.conference (day desc, conference desc);

create table views.conference_matter (
    conference text not null collate "C",
    no         int  not null,
    speaker    text,
    matter     text not null,
    answer     text,
    petition   text,
    code       text,
    primary key (conference, no)
);
