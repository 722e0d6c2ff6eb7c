package vn.caunoi.processes.engine.state;

/** The engine asks for, or wants to keep, something that no diagram of ours can bring about. */
public final class NotKept extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotKept(String what) {
        super("The engine's state holds no such thing: " + what);
    }

    static void unless(boolean kept, String what) {
        if (!kept) throw new NotKept(what);
    }
}
