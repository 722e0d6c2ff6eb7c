package vn.caunoi.projections.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.ConsequenceEvent;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.DecisionState;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.PetitionEvent;

/** What events tell of what followed a decision. */
final class AftermathFold {

    private AftermathFold() {}

    static void apply(CaseDraft file, PetitionEvent event) {
        Consequences before = file.consequences;
        file.consequences = before.after(event);
        if (file.consequences == before && !(event instanceof ConsequenceEvent)) return;
        file.aftermath = after(file.aftermath, file.consequences, event);
    }

    private static @Nullable Aftermath after(@Nullable Aftermath before, Consequences now, PetitionEvent event) {
        DecisionState state = now.state().orElse(null);
        if (state == null) return null;
        return new Aftermath(
                state,
                now.effectExpected(),
                now.effectiveOn(),
                now.effect(),
                now.posting(),
                now.meeting(),
                now.renewal(),
                now.contestedBy(),
                now.suit(),
                note(before, now, event),
                now.orders().isEmpty() ? List.of() : orders(before, event));
    }

    private static @Nullable String note(@Nullable Aftermath before, Consequences now, PetitionEvent event) {
        if (event instanceof ConsequenceEvent.CourtEnded e)
            return e.note() == null ? null : e.note().clear();
        return before == null || now.suit() == null || now.suit().isOpen() ? null : before.note();
    }

    private static List<Aftermath.Order> orders(@Nullable Aftermath before, PetitionEvent event) {
        List<Aftermath.Order> orders = new ArrayList<>(before == null ? List.of() : before.orders());
        if (event instanceof ConsequenceEvent.EnforcementOrdered e) {
            orders.add(new Aftermath.Order(
                    e.order(),
                    e.who().clear(),
                    e.what().clear(),
                    e.until(),
                    e.by(),
                    EnforcementProgress.UNDER_WAY,
                    List.of()));
        }
        if (event instanceof ConsequenceEvent.EnforcementReported e)
            orders.replaceAll(order -> order.no() == e.order() ? reported(order, e) : order);
        return List.copyOf(orders);
    }

    private static Aftermath.Order reported(Aftermath.Order order, ConsequenceEvent.EnforcementReported e) {
        var report = new Aftermath.Report(e.on(), e.progress(), e.text().clear());
        return new Aftermath.Order(
                order.no(),
                order.who(),
                order.what(),
                order.until(),
                order.by(),
                e.progress(),
                CaseDraft.plus(order.reports(), report));
    }
}
