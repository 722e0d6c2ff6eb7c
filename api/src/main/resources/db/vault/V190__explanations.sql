-- A supervisor asks for an explanation of an overdue case in the way that inspectors ask questions; it may be one officer who is asked.
alter table vault.audit_question
    add column kind    text not null default 'QUESTION' check (kind in ('QUESTION', 'EXPLANATION')),
    add column officer text;
