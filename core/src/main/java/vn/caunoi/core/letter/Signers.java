package vn.caunoi.core.letter;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.letter.SigningPowerCommand.EndSigningPower;
import vn.caunoi.core.letter.SigningPowerCommand.GiveSigningPower;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerEnded;
import vn.caunoi.core.letter.SigningPowerEvent.SigningPowerGiven;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.core.petition.SigningPower;

/** Who may sign the letters of a unit. */
@Aggregate
class Signers {

    @AggregateIdentifier
    private @Nullable String stream;

    private final Map<String, SigningPower> powers = new HashMap<>();

    Signers() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(GiveSigningPower order) {
        mustBeAllowed(order);
        mustBeWhole(order.power());
        if (!powers.containsKey(order.power().id())) apply(new SigningPowerGiven(order.unit(), order.power()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EndSigningPower order, Clock clock) {
        mustBeAllowed(order);
        SigningPower power = powers.get(order.id());
        if (power == null) throw Refusal.because(Reason.NO_SUCH_SIGNER);
        LocalDate today = DueDate.dayOf(clock.instant());
        if (order.on().isBefore(today)) throw wrong("on", "too-early", "must not be before today");
        if (!power.endingBefore(order.on()).equals(power))
            apply(new SigningPowerEnded(order.unit(), order.id(), order.on()));
    }

    private static void mustBeAllowed(SigningPowerCommand order) {
        boolean may = order.by().is(Role.HEAD) || order.by().is(Role.ADMIN);
        if (!may || !order.by().covers(order.unit())) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    private static void mustBeWhole(SigningPower power) {
        if (power.as().isForTheHead() && power.title() == null) throw wrong("title", "required", "is required");
        if (power.as() == Signature.As.BY_AUTHORITY && power.authority() == null)
            throw wrong("authority", "required", "is required");
        if (power.until() != null && power.until().isBefore(power.from()))
            throw wrong("until", "too-early", "must not be before the first day");
    }

    private static Refusal wrong(String field, String code, String message) {
        return Refusal.because(Reason.INVALID_INPUT, field, code, message);
    }

    @EventSourcingHandler
    void evolve(SigningPowerEvent event) {
        stream = SigningPowerCommand.stream(event.unit());
        switch (event) {
            case SigningPowerGiven e -> powers.put(e.power().id(), e.power());
            case SigningPowerEnded e -> powers.computeIfPresent(e.id(), (id, power) -> power.endingBefore(e.on()));
        }
    }
}
