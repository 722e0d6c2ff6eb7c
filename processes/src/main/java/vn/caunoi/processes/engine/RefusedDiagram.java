package vn.caunoi.processes.engine;

/** A diagram that holds something the engine does not run; the message is for its designer. */
public final class RefusedDiagram extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedDiagram(String message) {
        super(message);
    }
}
