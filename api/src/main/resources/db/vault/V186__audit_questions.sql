-- What inspectors ask a unit about a case, and what it answers. No part of the case. Both texts are sealed with the key of the case, so
-- that they go with it.
create table vault.audit_question (
    id          uuid        not null primary key,
    petition    text        not null,
    unit        text        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    reply_by    date        not null,
    question    bytea       not null,
    answered_by text,
    answered_at timestamptz,
    answer      bytea
);
create index audit_question_open on vault.audit_question (reply_by, id) where answered_at is null;
create index audit_question_of_unit on vault.audit_question (unit, asked_at desc, id desc);
create index audit_question_of_petition on vault.audit_question (petition);
