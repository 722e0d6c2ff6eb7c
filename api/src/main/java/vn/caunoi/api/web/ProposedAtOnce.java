package vn.caunoi.api.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.HandInInput;
import vn.caunoi.api.officer.RoutingDesk;
import vn.caunoi.api.officer.TriageDesk;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.handling.HandlingRule;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Kind;

/** What the handling table proposes for a petition that is handed in and handled at once. */
@Component
class ProposedAtOnce {

    private final TriageDesk triage;
    private final RoutingDesk routing;

    ProposedAtOnce(TriageDesk triage, RoutingDesk routing) {
        this.triage = triage;
        this.routing = routing;
    }

    /** @param competent whether the unit may settle it */
    record Proposed(Kind kind, boolean competent, HandlingRule rule) {}

    /** Empty while its kind is open, or nobody says whether the unit is competent. */
    Optional<Proposed> of(HandInForm form, HandInInput input, Actor actor) {
        Kind kind = kind(input.kind());
        Boolean competent = kind == null ? null : competent(form, input, actor);
        if (kind == null || competent == null) return Optional.empty();
        return triage.proposed(
                        kind,
                        competent,
                        Boolean.TRUE.equals(input.anonymous()),
                        Channel.FORWARDED.name().equals(input.channel()))
                .map(rule -> new Proposed(kind, competent, rule));
    }

    private @Nullable Boolean competent(HandInForm form, HandInInput input, Actor actor) {
        String said = form.typed("then.competent");
        if (said != null) return said.equals("yes");
        UnitId here = input.unit() == null ? actor.unit() : new UnitId(input.unit());
        return routing.belongs(input.kind(), input.category(), input.place(), here)
                .map(here::equals)
                .orElse(null);
    }

    private static @Nullable Kind kind(@Nullable String name) {
        for (Kind kind : Kind.values()) if (kind.name().equals(name)) return kind;
        return null;
    }
}
