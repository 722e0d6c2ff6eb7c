package vn.caunoi.processes.driver;

/** A process that cannot follow an event; the message is for supervisors and holds no personal data. */
final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stuck(String message) {
        super(message);
    }
}
