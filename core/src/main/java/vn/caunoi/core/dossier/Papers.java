package vn.caunoi.core.dossier;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.dossier.DossierCommand.*;
import vn.caunoi.core.dossier.DossierEvent.*;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** The papers of one case. */
@Aggregate
class Papers {

    @AggregateIdentifier
    private @Nullable String stream;

    private boolean lent;
    private boolean forGood;
    private @Nullable Fate fate;
    private @Nullable LocalDate longer;

    Papers() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(PlaceDossier order) {
        mustWork(order);
        mustBeHere();
        apply(new DossierPlaced(order.petition(), order.place()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(LendDossier order, Clock clock) {
        mustWork(order);
        mustBeHere();
        if (order.backBy().isBefore(DueDate.dayOf(clock.instant())))
            throw Refusal.because(Reason.INVALID_INPUT, "backBy", "too-early", "must not be before today");
        apply(new DossierLent(
                order.petition(),
                sealed(order.petition(), order.to()),
                order.backBy(),
                sealed(order.petition(), order.reason())));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReturnDossier order) {
        mustWork(order);
        if (!lent) throw Refusal.because(Reason.NOT_LENT);
        apply(new DossierReturned(order.petition(), order.place()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(KeepForGood order) {
        mustHead(order);
        if (isGone()) throw Refusal.because(Reason.DOSSIER_GONE);
        if (!forGood) apply(new DossierKeptForGood(order.petition(), sealed(order.petition(), order.reason())));
    }

    /** A serious case is only handed over, never destroyed. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DecideDossier order, Clock clock) {
        mustHead(order);
        mustBeHere();
        LocalDate today = DueDate.dayOf(clock.instant());
        LocalDate kept = longer == null ? order.keptUntil() : longer;
        boolean over = today.isAfter(kept);
        boolean handedOver = order.fate() == Fate.HAND_OVER && forGood;
        if (!handedOver && (forGood || !over)) throw Refusal.because(Reason.STILL_KEPT);
        if (order.decidedOn().isAfter(today)) throw Refusal.because(Reason.IN_THE_FUTURE);
        LocalDate until = order.fate() == Fate.KEEP_LONGER ? order.until() : kept;
        if (until == null || order.fate() == Fate.KEEP_LONGER && !until.isAfter(today))
            throw Refusal.because(Reason.INVALID_INPUT, "until", "too-early", "must be after today");
        apply(new DossierDecided(order.petition(), order.fate(), order.number(), order.decidedOn(), until));
    }

    private static void mustWork(DossierCommand order) {
        boolean works = order.by().is(Role.CLERK)
                || order.by().is(Role.OFFICER)
                || order.by().is(Role.HEAD);
        if (!works || !order.by().covers(order.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static void mustHead(DossierCommand order) {
        if (!order.by().is(Role.HEAD) || !order.by().covers(order.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private void mustBeHere() {
        if (isGone()) throw Refusal.because(Reason.DOSSIER_GONE);
        if (lent) throw Refusal.because(Reason.DOSSIER_LENT);
    }

    private boolean isGone() {
        return fate == Fate.DESTROY || fate == Fate.HAND_OVER;
    }

    private static Sealed sealed(PetitionId petition, String text) {
        return Sealed.of(KeyId.petition(petition.value()), text);
    }

    @EventSourcingHandler
    void evolve(DossierEvent event) {
        stream = DossierCommand.stream(event.petition());
        switch (event) {
            case DossierPlaced e -> {}
            case DossierLent e -> lent = true;
            case DossierReturned e -> lent = false;
            case DossierKeptForGood e -> forGood = true;
            case DossierDecided e -> {
                fate = e.fate();
                longer = e.fate() == Fate.KEEP_LONGER ? e.keptUntil() : longer;
            }
        }
    }
}
