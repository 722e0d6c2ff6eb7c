package vn.caunoi.api.reception;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;

/** Sends commands of the reception, and waits until every reader sees what follows. */
@Component
public class ReceptionWork {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Commands commands;
    private final Progress progress;
    private final TransactionTemplate together;

    ReceptionWork(Commands commands, Progress progress, PlatformTransactionManager transactions) {
        this.commands = commands;
        this.progress = progress;
        this.together = new TransactionTemplate(transactions);
    }

    /** @param stream the id of what the command is for */
    public void send(Object command, String stream, Actor by) {
        commands.send(command, by.id().value());
        progress.awaitSettled(stream, PATIENCE);
    }

    /** Two commands in one transaction: both or neither. */
    void sendBoth(Object one, Object other, String stream, Actor by) {
        sendAfter(() -> commands.send(one, by.id().value()), other, stream, by);
    }

    /** A command with what has to be done for it first, in one transaction. */
    void sendAfter(Runnable first, Object command, String stream, Actor by) {
        together.executeWithoutResult(transaction -> {
            first.run();
            commands.send(command, by.id().value());
        });
        progress.awaitSettled(stream, PATIENCE);
    }
}
