package vn.caunoi.projections.message;

/** Where a message stands. */
public enum MessageState {
    /** To be sent. */
    WAITING,
    /** A server took it over. */
    SENT,
    /** It could not be delivered, and nobody tries any more. */
    FAILED,
    /** The petitioner wanted none, or the petition became one about which none are sent, before it was sent. */
    DROPPED
}
