package vn.caunoi.api.message;

/** Sends what waits to be sent, for tests of other packages. */
public final class PostmensRound {

    private PostmensRound() {}

    public static void of(Postmen postmen) {
        postmen.round();
    }
}
