package vn.caunoi.core.petition;

/** Where a petition stands for people: a word for lists and bars. What is to be done next is said by its tasks. */
public enum Stage {
    RECEIPT,
    ACCEPTANCE,
    ASSIGNMENT,
    VERIFICATION,
    DIALOGUE,
    RESOLUTION,
    PUBLICATION,
    /** Kinds that have no acceptance and decision: being answered or passed on. */
    ANSWERING,
    CLOSED
}
