package vn.caunoi.api.problem;

/** A request that ends with a problem of the given kind, and nothing more to say about it. */
public final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final ProblemKind kind;

    public Stopped(ProblemKind kind) {
        super(kind.name(), null, false, false);
        this.kind = kind;
    }

    public ProblemKind kind() {
        return kind;
    }
}
