package vn.caunoi.core.petition;

/** What a paper is that reaches a case outside a task. */
public enum PaperKind {
    /** Of the petitioner: a letter, an explanation. */
    LETTER,
    EVIDENCE,
    /** Of a body that was asked. */
    REPLY,
    /** A decision or judgement of somebody else. */
    DECISION,
    /** That something was delivered. */
    RECEIPT,
    OTHER
}
