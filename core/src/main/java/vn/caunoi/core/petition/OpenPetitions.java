package vn.caunoi.core.petition;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Petitions that a unit of work reports to, each opened once and judged by the same handlers as ever, past the command
 * bus: who reports has locked their streams, and says with what correlation data in its unit of work, who acts included.
 */
public final class OpenPetitions {

    private static final String OPEN = "petitions.open";

    private final Configuration axon;
    private volatile @Nullable Repository<Petition> petitions;

    public OpenPetitions(Configuration axon) {
        this.axon = axon;
    }

    /** @throws RuntimeException the refusal or error itself, not wrapped */
    public void take(PetitionCommand report) {
        Object unused = ask(report);
    }

    /**
     * What the petition answers to a report.
     *
     * @throws RuntimeException the refusal or error itself, not wrapped
     */
    public @Nullable Object ask(PetitionCommand report) {
        try {
            return petition(report.petition()).handle(new GenericCommandMessage<>(report));
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception checked) {
            throw new IllegalStateException(checked);
        }
    }

    private Aggregate<Petition> petition(PetitionId petition) {
        Map<PetitionId, Aggregate<Petition>> open =
                CurrentUnitOfWork.get().getOrComputeResource(OPEN, none -> new HashMap<>());
        @Nullable Aggregate<Petition> opened = open.get(petition);
        if (opened != null) return opened;
        Aggregate<Petition> loaded = petitions().load(petition.value());
        open.put(petition, loaded);
        return loaded;
    }

    /** Not known yet when the program is put together. */
    private Repository<Petition> petitions() {
        Repository<Petition> known = petitions;
        if (known == null) petitions = known = axon.repository(Petition.class);
        return known;
    }
}
