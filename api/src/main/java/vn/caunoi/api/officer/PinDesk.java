package vn.caunoi.api.officer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.idempotency.Seed;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.CaseCommand.RenewPin;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.projections.casefile.CaseFile;

/** Gives whoever lost the slip another PIN, at the desk, when it is known who they are. */
@Component
public class PinDesk {

    /** The PIN is told here and never again. */
    public record Renewed(PetitionCode code, String pin, Written written) {}

    private final VisibleCases visible;
    private final Casework casework;
    private final Secrets secrets;

    PinDesk(VisibleCases visible, Casework casework, Secrets secrets) {
        this.visible = visible;
        this.casework = casework;
        this.secrets = secrets;
    }

    /** @param identityChecked has to be true: without it whoever asks could be anybody */
    public Renewed renew(String idOrCode, @Nullable String reason, boolean identityChecked, Actor by) {
        CaseFile file = visible.find(idOrCode, by);
        Input input = new Input();
        String why = input.required("reason", reason, ContentCheck.LINE);
        if (!identityChecked) input.wrong("identityChecked", "required", "must be confirmed");
        input.mustBeValid();
        PetitionCode code = PetitionCode.parse(file.code());
        String pin = secrets.give(Seed.fresh()).pin();
        Written written = casework.send(new RenewPin(file.id(), secrets.pinHash(code, pin), why, by), by);
        return new Renewed(code, pin, written);
    }
}
