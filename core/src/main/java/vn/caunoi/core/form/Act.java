package vn.caunoi.core.form;

/**
 * What an outcome does to the petition. The petition judges each by its legal preconditions; a form that comes with a
 * model may use any of them, or {@link #NONE} for a step no code knows.
 */
public enum Act {
    /** Nothing but the completed task and its data. */
    NONE,
    /** Fields: kind, category. */
    CLASSIFY,
    /** Fields: reason. */
    REQUEST_SUPPLEMENT,
    /** Fields: receivedOn, what. */
    RECEIVE_SUPPLEMENT,
    /** Fields: competentBody, reason (TT 05/2021). */
    GUIDE,
    /** Fields: to, reason. */
    TRANSFER,
    /** Fields: reason (TT 05/2021 Đ28). */
    STORE,
    /** Fields: answer. */
    ANSWER,
    /** Fields: acceptedOn. */
    ACCEPT,
    /** Fields: acceptedOn, complexityReason; 45 days (LKN Đ28). */
    ACCEPT_COMPLEX,
    /** Fields: acceptedOn, complexityReason; 45 days (LKN Đ28). */
    ACCEPT_REMOTE,
    /** Fields: acceptedOn, complexityReason; 60 days (LKN Đ28). */
    ACCEPT_COMPLEX_REMOTE,
    /** Fields: ground, reason (LKN Đ11). */
    NOT_ACCEPT,
    /** Fields: officer. */
    ASSIGN,
    /** Fields: report, and for each point finding_n, result_n. Whether it differs from the demands follows from the results. */
    VERIFY,
    /** Fields: heldAt, place, content. */
    CONVENE_DIALOGUE,
    /** Fields: heldOn, place, chair, participants (one a line: name; part), opinions, result. All signed. */
    HOLD_DIALOGUE,
    /** As {@link #HOLD_DIALOGUE}, and refused (names, one a line), refusalReason: some refused to sign. */
    HOLD_DIALOGUE_UNSIGNED,
    /** Fields: heldOn, absent, reason. */
    MISS_DIALOGUE,
    /** Fields: conclusion, effect, text, legalBasis, damages. */
    DRAFT_RESOLUTION,
    /** No fields. */
    APPROVE_RESOLUTION,
    /** Fields: reasons. */
    RETURN_RESOLUTION,
    /** Fields: number, issuedOn. */
    ISSUE_RESOLUTION,
    /** Fields: sentOn, recipients. */
    SEND_RESOLUTION,
    /** Fields: publishedOn, way, place. */
    PUBLISH,
    /** Fields: note. */
    CLOSE,
    /** Fields: decisionNumber, decidedOn: the decision that ends a withdrawn case. */
    TERMINATE
}
