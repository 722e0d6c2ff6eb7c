package vn.caunoi.api.notice;

/** What an officer is told of. */
public enum NoticeTopic {
    TASK_FOR_ME,
    TASK_FOR_GROUP,
    /** A task the officer held is for another group now: its process follows another version. */
    TASK_GONE,
    DUE_SOON,
    MISSED,
    MENTIONED,
    /** The citizen wrote by code and PIN, or withdraws. */
    CITIZEN_WROTE,
    OPINION_ASKED,
    OPINION_GIVEN,
    /** A superior directed what is to be done. */
    DIRECTED,
    /** What the officer directed is done. */
    DIRECTION_DONE,
    /** Inspectors ask the officer's unit about a case. */
    QUESTION_ASKED,
    /** The officer is asked why a case is overdue. */
    EXPLANATION_ASKED,
    /** What the officer asked about a case is answered. */
    QUESTION_ANSWERED,
    /** A receiver of webhooks did not answer, and is told nothing more. */
    WEBHOOK_OFF
}
