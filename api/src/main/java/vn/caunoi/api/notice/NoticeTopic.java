package vn.caunoi.api.notice;

/** What an officer is told of. */
public enum NoticeTopic {
    TASK_FOR_ME,
    TASK_FOR_GROUP,
    DUE_SOON,
    MISSED,
    MENTIONED,
    /** The citizen wrote by code and PIN, or withdraws. */
    CITIZEN_WROTE,
    OPINION_ASKED,
    OPINION_GIVEN,
    /** Inspectors ask the officer's unit about a case. */
    QUESTION_ASKED,
    /** A receiver of webhooks did not answer, and is told nothing more. */
    WEBHOOK_OFF
}
