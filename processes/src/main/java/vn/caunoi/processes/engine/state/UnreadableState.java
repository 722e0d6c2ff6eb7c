package vn.caunoi.processes.engine.state;

/** The state of an instance cannot be read: damaged, or written by a newer version of this program. */
public final class UnreadableState extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnreadableState(String instance, String why) {
        super("The state of process instance " + instance + " cannot be read: " + why);
    }
}
