package vn.caunoi.ops.server;

/** The program will not run as it was asked to; the message is one line for the person who asked. */
public final class RefusedToServe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedToServe(String message) {
        super(message);
    }
}
