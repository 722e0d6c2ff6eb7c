package vn.caunoi.ops.postgres;

/**
 * The embedded database cannot serve this data folder. The message is one line, written for the person who started the
 * program: what is wrong and what to do about it.
 */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
