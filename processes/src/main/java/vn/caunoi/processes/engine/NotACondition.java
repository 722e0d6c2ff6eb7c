package vn.caunoi.processes.engine;

/** Text of a diagram that is not a {@link Condition}; the message is for its designer. */
public final class NotACondition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotACondition(String message) {
        super(message);
    }
}
