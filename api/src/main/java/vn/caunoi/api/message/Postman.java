package vn.caunoi.api.message;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.MessageCommand;
import vn.caunoi.core.petition.MessageCommand.ConfirmMessage;
import vn.caunoi.core.petition.MessageCommand.GiveMessageUp;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.message.Messages;
import vn.caunoi.projections.message.Messages.Message;

/**
 * Takes what waits to the server and writes down what became of it. A message is handed over once; only when the program
 * is killed between the server's answer and writing it down it may be handed over again, under the same id.
 */
final class Postman {

    static final String BY = "system:post";

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 100;

    private final Messages messages;
    private final Deliveries deliveries;
    private final CaseFiles files;
    private final Directory directory;
    private final Post post;
    private final Commands commands;
    private final Clock clock;
    private final Duration giveUpAfter;

    Postman(
            Messages messages,
            Deliveries deliveries,
            CaseFiles files,
            Directory directory,
            Post post,
            Commands commands,
            Clock clock,
            Duration giveUpAfter) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.files = files;
        this.directory = directory;
        this.post = post;
        this.commands = commands;
        this.clock = clock;
        this.giveUpAfter = giveUpAfter;
    }

    Carrier carrier() {
        return post.carrier();
    }

    /** Tries all that waits and whose turn it is. */
    void round() {
        Instant since = deliveries.since(post.carrier().name());
        @Nullable String cursor = null;
        do {
            Page<Message> page = messages.waiting(post.carrier(), since, cursor, AT_ONCE);
            page.items().forEach(this::deliver);
            cursor = page.next();
        } while (cursor != null);
    }

    private void deliver(Message message) {
        Optional<Deliveries.Try> turn = deliveries.begin(message.id());
        if (turn.isEmpty()) return;
        if (turn.get().sent()) {
            record(confirmed(message));
            return;
        }
        switch (hand(message)) {
            case Handed.Taken taken -> {
                deliveries.sent(message.id());
                record(confirmed(message));
            }
            case Handed.Refused refused -> record(givenUp(message, refused.problem()));
            case Handed.NotNow later -> later(message, turn.get(), later.why());
        }
    }

    private void later(Message message, Deliveries.Try turn, String why) {
        LOG.warn("message {} could not be sent at try {}: {}", message.id(), turn.number(), why);
        if (turn.first().plus(giveUpAfter).isAfter(clock.instant())) deliveries.again(message.id(), turn.number());
        else record(givenUp(message, "no-answer"));
    }

    private Handed hand(Message message) {
        String unit = directory
                .unit(message.unit())
                .map(Directory.Unit::name)
                .orElse(message.unit().value());
        return files.byId(message.petition(), Visibility.everything()).stream()
                .flatMap(file -> file.petitioners().stream())
                .filter(person -> person.id().equals(message.person()))
                .findFirst()
                .map(person -> post.hand(message, person, unit))
                .orElseGet(() -> new Handed.Refused("bad-address"));
    }

    private static MessageCommand confirmed(Message m) {
        return new ConfirmMessage(m.petition(), m.id(), m.person(), m.carrier(), m.topic());
    }

    private static MessageCommand givenUp(Message m, String problem) {
        return new GiveMessageUp(m.petition(), m.id(), m.person(), m.carrier(), m.topic(), problem);
    }

    private void record(MessageCommand report) {
        commands.send(report, BY);
    }
}
