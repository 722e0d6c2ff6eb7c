package vn.caunoi.api.file;

/** The program cannot start with these settings; the message is one line for the person who wrote them. */
public final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSettings(String message) {
        super(message);
    }

    WrongSettings(String message, Throwable cause) {
        super(message, cause);
    }
}
