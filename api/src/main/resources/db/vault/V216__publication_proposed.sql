-- Who proposed to publish a draft and why, where the authority wants two people; gone with the next change of the drawing.
alter table vault.model_draft
    add column proposed_by   text,
    add column proposed_note text;
