package vn.caunoi.api.problem;

/** There is no such thing, or it is not visible to whoever asks; the answer does not tell which. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
