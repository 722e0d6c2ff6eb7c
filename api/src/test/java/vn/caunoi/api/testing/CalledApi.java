package vn.caunoi.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.security.DemoAccounts;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;

/** A program that is called over HTTP, with the people of the demo. */
public abstract class CalledApi {

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    @Autowired
    private DemoAccounts accounts;

    /** The people of the demo; made once, and harmless to repeat. */
    @BeforeEach
    void peopleAppear() {
        accounts.create(DemoPeople.ACCOUNTS);
        DemoPeople.appear(commands);
        progress.awaitSettled(Duration.ofSeconds(10));
    }

    /** Waits until all readers have seen all that was recorded. */
    protected void settle() {
        assertThat(progress.awaitSettled(Duration.ofSeconds(30))).isTrue();
    }

    protected DemoAccounts accounts() {
        return accounts;
    }

    protected Caller nobody() {
        return Caller.nobody(port);
    }

    protected Caller as(String account) {
        return nobody().as(account);
    }
}
