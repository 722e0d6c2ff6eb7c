package vn.caunoi.core.petition;

/** Why a denunciation is not accepted (LTC Đ23, Đ29). Which conditions fail is told to the denouncer. */
public enum DenunciationRefusal {
    /** The denouncer cannot be identified or has no capacity to act. */
    NO_CAPACITY,
    /** Nothing by which the accused and the act can be determined. */
    NO_BASIS,
    /** Settled already, and nothing new is brought forward. */
    SETTLED_WITHOUT_NEW_EVIDENCE,
    /** Of who settled a complaint, without evidence that they did wrong (LTC Đ29.2). */
    NO_EVIDENCE_AGAINST_THE_SETTLER,
    /** Sent to several bodies, or sent again after the denouncer was told (TT 05/2021). */
    SENT_TO_MANY_OR_AGAIN
}
