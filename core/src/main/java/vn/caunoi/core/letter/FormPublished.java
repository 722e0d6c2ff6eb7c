package vn.caunoi.core.letter;

import vn.caunoi.core.ledger.StoredAs;

/** An edition of a form that an administrator has published; it is in force from its day. */
@StoredAs("letter-form.published")
public record FormPublished(LetterForm form) {}
