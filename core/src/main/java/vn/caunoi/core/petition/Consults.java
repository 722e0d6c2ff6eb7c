package vn.caunoi.core.petition;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultEvent.*;

/** The opinions a petition asked for, and where each stands; nothing of what they say. */
record Consults(Map<String, One> all) {

    static final Consults NONE = new Consults(Map.of());

    /**
     * @param unit asked; null for a body outside
     * @param approaching whether whoever was asked was reminded of that due moment
     * @param level to whom it rose
     * @param raised when it last rose
     * @param link number of the last link, {@code until} when it expires; null once it was revoked
     */
    record One(
            UnitId asking,
            @Nullable UnitId unit,
            ConsultState state,
            Instant due,
            boolean approaching,
            boolean missed,
            int level,
            @Nullable Instant raised,
            int link,
            @Nullable Instant until) {

        boolean isOpen() {
            return state.isOpen();
        }

        /** Whether a link of this number opens at this moment. */
        boolean opensBy(int number, Instant now) {
            return isOpen() && number == link && until != null && !now.isAfter(until);
        }

        private One in(ConsultState now) {
            return new One(asking, unit, now, due, approaching, missed, level, raised, link, until);
        }

        private One reminded(boolean near, boolean past) {
            return new One(asking, unit, state, due, near, past, level, raised, link, until);
        }

        private One risen(int to, Instant at) {
            return new One(asking, unit, state, due, approaching, missed, to, at, link, until);
        }

        private One linked(int number, @Nullable Instant end) {
            return new One(asking, unit, state, due, approaching, missed, level, raised, number, end);
        }
    }

    Optional<One> find(ConsultId id) {
        return Optional.ofNullable(all.get(id.value()));
    }

    /** Ids of those that were not answered yet, the first asked first. */
    List<ConsultId> open() {
        return all.entrySet().stream()
                .filter(one -> one.getValue().isOpen())
                .map(one -> new ConsultId(one.getKey()))
                .toList();
    }

    Consults after(ConsultEvent event, Instant recorded) {
        if (event instanceof ConsultAsked e) {
            return with(
                    e.consult(),
                    new One(e.asking(), e.unit(), ConsultState.ASKED, e.due(), false, false, 0, null, 0, null));
        }
        One one = all.get(event.consult().value());
        return one == null ? this : with(event.consult(), after(one, event, recorded));
    }

    private static One after(One one, ConsultEvent event, Instant recorded) {
        return switch (event) {
            case ConsultAsked e -> one;
            case ConsultLinkIssued e -> one.linked(e.link(), e.until());
            case ConsultLinkRevoked e -> one.linked(one.link(), null);
            case ConsultLinkMailed e -> one;
            case ConsultLinkUndelivered e -> one;
            case ConsultApproaching e -> one.reminded(true, one.missed());
            case ConsultMissed e -> one.reminded(one.approaching(), true);
            case ConsultEscalated e -> one.risen(e.level(), recorded);
            case ConsultAnswered e -> one.in(ConsultState.ANSWERED);
            case ConsultDeclined e -> one.in(ConsultState.DECLINED);
            case ConsultWithdrawn e -> one.in(ConsultState.WITHDRAWN);
        };
    }

    private Consults with(ConsultId id, One one) {
        var more = new LinkedHashMap<>(all);
        more.put(id.value(), one);
        return new Consults(more);
    }
}
