package vn.caunoi.projections.consult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.ConsultEvent;
import vn.caunoi.core.petition.ConsultEvent.*;
import vn.caunoi.core.petition.ConsultId;
import vn.caunoi.core.petition.ConsultState;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Happened;

/** One consult in the making, folded from what happened to it. */
final class ConsultFold {
    private final ConsultAsked asked;
    private final Instant askedAt;
    private ConsultState state = ConsultState.ASKED;
    private boolean near;
    private boolean missed;
    private int level;
    private @Nullable UnitId raisedTo;
    private int link;
    private @Nullable Instant linkUntil;
    private @Nullable Instant mailedAt;
    private @Nullable String mailProblem;
    private @Nullable String answer;
    private List<String> files = List.of();
    private @Nullable String name;
    private @Nullable OfficerId by;
    private @Nullable LocalDate answeredOn;
    private @Nullable Instant endedAt;
    private boolean late;
    private @Nullable String reason;

    private ConsultFold(ConsultAsked asked, Instant at) {
        this.asked = asked;
        this.askedAt = at;
    }

    /** The consults of a case, the first asked first. */
    static List<Consult> of(List<Happened<PetitionEvent>> events) {
        Map<ConsultId, ConsultFold> all = new LinkedHashMap<>();
        for (Happened<PetitionEvent> happened : events) {
            if (!(happened.event() instanceof ConsultEvent event)) continue;
            if (event instanceof ConsultAsked e) all.putIfAbsent(e.consult(), new ConsultFold(e, happened.at()));
            ConsultFold one = all.get(event.consult());
            if (one != null) one.take(event, happened.at());
        }
        return all.values().stream().map(ConsultFold::done).toList();
    }

    private void take(ConsultEvent event, Instant at) {
        switch (event) {
            case ConsultAsked e -> {}
            case ConsultLinkIssued e -> {
                link = e.link();
                linkUntil = e.until();
                mailedAt = null;
                mailProblem = null;
            }
            case ConsultLinkRevoked e -> linkUntil = null;
            case ConsultLinkMailed e -> {
                mailedAt = at;
                mailProblem = null;
            }
            case ConsultLinkUndelivered e -> mailProblem = e.problem();
            case ConsultApproaching e -> near = true;
            case ConsultMissed e -> missed = true;
            case ConsultEscalated e -> {
                level = e.level();
                raisedTo = e.unit();
            }
            case ConsultAnswered e -> answered(e, at);
            case ConsultDeclined e -> {
                end(ConsultState.DECLINED, at, clear(e.name()), e.by());
                reason = e.reason().clear();
            }
            case ConsultWithdrawn e -> {
                end(ConsultState.WITHDRAWN, at, null, null);
                reason = clear(e.reason());
            }
        }
    }

    private void answered(ConsultAnswered e, Instant at) {
        end(ConsultState.ANSWERED, at, clear(e.name()), e.by());
        answer = e.text().clear();
        files = e.files();
        answeredOn = e.answeredOn();
        late = e.late();
    }

    private void end(ConsultState as, Instant at, @Nullable String who, @Nullable OfficerId officer) {
        state = as;
        endedAt = at;
        name = who;
        by = officer;
    }

    private Consult done() {
        return new Consult(
                asked.consult(),
                asked.petition(),
                asked.asking(),
                asked.officer(),
                asked.unit(),
                clear(asked.body()),
                clear(asked.email()),
                asked.question().clear(),
                asked.papers(),
                state,
                askedAt,
                asked.due(),
                asked.rule(),
                asked.source(),
                asked.explanation(),
                near,
                missed,
                level,
                raisedTo,
                link,
                linkUntil,
                mailedAt,
                mailProblem,
                answer,
                files,
                name,
                by,
                answeredOn,
                endedAt,
                late,
                reason);
    }

    private static @Nullable String clear(@Nullable Sealed text) {
        return text == null ? null : text.clear();
    }
}
