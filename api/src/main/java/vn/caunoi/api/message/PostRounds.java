package vn.caunoi.api.message;

import java.time.Duration;
import vn.caunoi.api.upkeep.Rounds;

/** Sends the postmen out every ten seconds ({@code caunoi.messages.every}; zero: never). */
final class PostRounds extends Rounds {

    private final Postmen postmen;

    PostRounds(Postmen postmen, Duration every) {
        super("postman", Duration.ZERO, postmen.areNone() ? Duration.ZERO : every);
        this.postmen = postmen;
    }

    @Override
    protected void round() {
        postmen.round();
    }
}
