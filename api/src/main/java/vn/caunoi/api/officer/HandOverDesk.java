package vn.caunoi.api.officer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.CaseCommand.Reassign;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.TaskCommand.ReassignTask;
import vn.caunoi.core.petition.TaskId;

/**
 * All that is in the hands of one officer goes to another, or is shared out by load: cases with their open work, and
 * tasks held in cases of others. What nobody can take is told and stays where it is.
 */
@Component
public class HandOverDesk {

    /** At once; what is left is handed over by the next call. */
    static final int MOST = 200;

    /**
     * One thing to hand over.
     *
     * @param task null for a case with all its open work
     * @param to who gets it; null for a task that goes back to its group, and where {@code problem} tells why nobody can
     * @param problem name of a {@link Reason}; null when it can be handed over
     */
    public record Item(
            PetitionId petition,
            String code,
            @Nullable TaskId task,
            @Nullable String key,
            @Nullable OfficerId to,
            @Nullable String problem) {}

    /** @param more whether there is more in these hands than {@code items} */
    public record Plan(OfficerId officer, List<Item> items, boolean more) {}

    /** @param stayed what could not be handed over, each with its problem */
    public record Done(int given, List<Item> stayed, boolean more) {}

    private final OfficersDesk officers;
    private final Receivers receivers;
    private final Casework casework;

    HandOverDesk(OfficersDesk officers, Receivers receivers, Casework casework) {
        this.officers = officers;
        this.receivers = receivers;
        this.casework = casework;
    }

    /** @param to account of who gets all of it; null or blank: each goes to the one proposed for it */
    public Plan plan(String officer, @Nullable String to, Actor by) {
        OfficersDesk.Hands hands = officers.hands(officer, by, MOST);
        OfficerId receiver = receiver(to, hands, by);
        Map<OfficerId, Integer> given = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (OfficersDesk.Held held : hands.held()) {
            Item item = receivers.of(held, hands.officer(), receiver, given);
            if (item.to() != null) given.merge(item.to(), 1, Integer::sum);
            items.add(item);
        }
        return new Plan(hands.officer(), items, hands.more());
    }

    public Done carryOut(String officer, @Nullable String to, @Nullable String reason, Actor by) {
        Plan plan = plan(officer, to, by);
        Input input = new Input();
        String why = input.required("reason", reason, ContentCheck.LONG);
        input.mustBeValid();
        int given = 0;
        List<Item> stayed = new ArrayList<>();
        for (Item item : plan.items()) {
            String problem = item.problem() != null ? item.problem() : give(item, why, by);
            if (problem == null) given++;
            else stayed.add(new Item(item.petition(), item.code(), item.task(), item.key(), null, problem));
        }
        return new Done(given, stayed, plan.more());
    }

    /** Each by itself: what one case refuses does not keep the others. */
    private @Nullable String give(Item item, String reason, Actor by) {
        try {
            casework.send(order(item, reason, by), by);
            return null;
        } catch (Refusal refusal) {
            return refusal.reason().name();
        }
    }

    private PetitionCommand order(Item item, String reason, Actor by) {
        UnitId unit = officers.unitOf(item.petition(), item.task(), by);
        return item.task() == null
                ? new Reassign(item.petition(), unit, item.to(), reason, by)
                : new ReassignTask(item.petition(), item.task(), unit, item.to(), reason, by);
    }

    private @Nullable OfficerId receiver(@Nullable String to, OfficersDesk.Hands hands, Actor by) {
        Input input = new Input();
        String name = input.optional("to", to, ContentCheck.SHORT);
        if (name == null) return null;
        OfficerId receiver = new OfficerId(name);
        boolean there = !receiver.equals(hands.officer()) && officers.isOf(receiver, by);
        if (!there) input.wrong("to", "not-an-option", "is not one of the choices");
        input.mustBeValid();
        if (!by.is(Role.HEAD)) throw Refusal.because(Reason.NOT_ALLOWED);
        return receiver;
    }
}
