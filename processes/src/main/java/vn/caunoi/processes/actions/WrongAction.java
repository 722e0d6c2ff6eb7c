package vn.caunoi.processes.actions;

/** A service task that asks for what the catalogue does not have; the message holds no personal data. */
public final class WrongAction extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongAction(String message) {
        super(message);
    }
}
