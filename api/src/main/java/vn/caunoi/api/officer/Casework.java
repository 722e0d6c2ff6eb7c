package vn.caunoi.api.officer;

import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;

/** Sends commands for somebody, and waits until all that follows from them is visible to every reader. */
@Component
public class Casework {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Commands commands;
    private final Progress progress;
    private final Streams streams;
    private final TransactionTemplate together;

    /** Whoever is known by code and PIN, and is no officer. */
    static final OfficerId CITIZEN = new OfficerId("citizen");

    Casework(Commands commands, Progress progress, Streams streams, PlatformTransactionManager transactions) {
        this.commands = commands;
        this.progress = progress;
        this.streams = streams;
        this.together = new TransactionTemplate(transactions);
    }

    public Written send(PetitionCommand command, Actor by) {
        commands.send(command, by.id().value());
        return settled(command.petition());
    }

    /** A command with what has to be done for it first, in one transaction: both or neither. */
    public Written sendAfter(Runnable first, PetitionCommand command, Actor by) {
        return sendAfter(first, List.of(command), by);
    }

    /** Commands with what has to be done for them first, in one transaction: all or nothing. */
    public Written sendAfter(Runnable first, List<? extends PetitionCommand> orders, Actor by) {
        together.executeWithoutResult(transaction -> {
            first.run();
            orders.forEach(order -> commands.send(order, by.id().value()));
        });
        orders.stream().map(PetitionCommand::petition).distinct().skip(1).forEach(this::settled);
        return settled(orders.getFirst().petition());
    }

    /** A command of somebody who is no officer: the citizen, known by code and PIN. */
    public Written sendForCitizen(PetitionCommand command) {
        commands.send(command, CITIZEN.value());
        return settled(command.petition());
    }

    /** Commands of the citizen with what has to be done for them first, in one transaction: all or nothing. */
    public Written sendForCitizen(Runnable first, List<? extends PetitionCommand> orders) {
        together.executeWithoutResult(transaction -> {
            first.run();
            orders.forEach(order -> commands.send(order, CITIZEN.value()));
        });
        return settled(orders.getFirst().petition());
    }

    /** A command of a body outside, known by a link, with what has to be done for it first, in one transaction. */
    public Written sendFromOutside(Runnable first, PetitionCommand command) {
        together.executeWithoutResult(transaction -> {
            first.run();
            commands.send(command, "outside");
        });
        return settled(command.petition());
    }

    /** All or none of them; answers for the petition of the first. */
    public Written sendTogether(List<? extends PetitionCommand> orders, Actor by) {
        return sendTogether(orders, () -> {}, by);
    }

    /** The same with what has to be done after them, in one transaction: all or nothing. */
    public Written sendTogether(List<? extends PetitionCommand> orders, Runnable then, Actor by) {
        together.executeWithoutResult(transaction -> {
            orders.forEach(order -> commands.send(order, by.id().value()));
            then.run();
        });
        orders.stream().map(PetitionCommand::petition).distinct().skip(1).forEach(this::settled);
        return settled(orders.getFirst().petition());
    }

    /** Waits for what follows from what was recorded of this petition. */
    public Written settled(PetitionId petition) {
        boolean done = progress.awaitSettled(petition.value(), PATIENCE);
        return new Written(petition, version(petition), !done);
    }

    boolean isRecorded(PetitionId petition) {
        return version(petition) >= 0;
    }

    private long version(PetitionId petition) {
        return streams.last(petition.value());
    }
}
