package vn.caunoi.api.message;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.MessageCommand.SendMessageAgain;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.message.MessageState;
import vn.caunoi.projections.message.Messages;
import vn.caunoi.projections.message.Messages.Message;

/** Messages as staff sees them: those of the cases one sees, and for administrators all. */
@Component
public class MessageDesk {

    private final Messages messages;
    private final Deliveries deliveries;
    private final Casework casework;
    private final Postmen postmen;
    private final VisibleCases cases;

    MessageDesk(Messages messages, Deliveries deliveries, Casework casework, Postmen postmen, VisibleCases cases) {
        this.messages = messages;
        this.deliveries = deliveries;
        this.casework = casework;
        this.postmen = postmen;
        this.cases = cases;
    }

    public Page<Message> newest(Actor to, @Nullable MessageState state, @Nullable String cursor, int limit) {
        if (!isForStaff(to)) throw new AccessDeniedException("not for this role");
        return messages.newest(seenBy(to), state, cursor, limit).map(asItStands());
    }

    /** What petitioners were told about a case that the reader sees. */
    public List<Message> about(PetitionId petition) {
        return messages.about(petition).stream().map(asItStands()).toList();
    }

    /** What was recorded before anything was sent is not sent any more. */
    private UnaryOperator<Message> asItStands() {
        Map<Carrier, Instant> started = new EnumMap<>(Carrier.class);
        for (Carrier carrier : Carrier.values()) {
            deliveries.started(carrier.name()).ifPresent(at -> started.put(carrier, at));
        }
        return message -> {
            Instant since = started.get(message.carrier());
            boolean tooOld = since != null && message.at().isBefore(since);
            return tooOld && message.state() == MessageState.WAITING ? message.dropped() : message;
        };
    }

    /** One that failed is sent once more. */
    public Written again(String id, PetitionId petition, Actor by) {
        cases.find(petition.value(), by);
        if (messages.about(petition).stream().noneMatch(message -> message.id().equals(id))) throw new NotFound();
        return casework.sendAfter(() -> deliveries.forget(id), new SendMessageAgain(petition, id, by), by);
    }

    /** Carriers whose messages wait, for no server is configured for them. */
    public List<Carrier> idle() {
        return Stream.of(Carrier.values())
                .filter(carrier -> !postmen.carriers().contains(carrier))
                .toList();
    }

    private static Visibility seenBy(Actor actor) {
        return actor.is(Role.ADMIN) ? Visibility.everything() : Visibility.of(actor);
    }

    /** Whether somebody has to do with messages at all. */
    public static boolean isForStaff(Actor actor) {
        return actor.is(Role.ADMIN)
                || actor.is(Role.CLERK)
                || actor.is(Role.OFFICER)
                || actor.is(Role.HEAD)
                || actor.is(Role.INSPECTOR);
    }
}
