package vn.caunoi.projections.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.dossier.DossierEvent;
import vn.caunoi.core.dossier.Fate;
import vn.caunoi.core.dossier.Retention;
import vn.caunoi.core.ledger.Wanted;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.projections.Batch;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Visibility;

/** The papers of closed cases. */
@Component
@ProcessingGroup(Dossiers.GROUP)
public class Dossiers implements ReadModel {
    static final String GROUP = "dossiers";

    /** Which dossiers are listed. */
    public enum Which {
        ALL,
        /** Whose storage time is over, and nothing is decided yet. */
        DUE,
        LENT
    }

    /**
     * @param keptUntil last day of the further time, where one was decided
     * @param lentTo who has the papers, while they are lent; {@code lentSince} and {@code backBy} when
     */
    public record Dossier(
            PetitionId petition,
            String code,
            UnitId unit,
            ClosingGround ground,
            LocalDate closedOn,
            @Nullable String place,
            @Nullable String lentTo,
            @Nullable Instant lentSince,
            @Nullable LocalDate backBy,
            boolean forGood,
            @Nullable Fate fate,
            @Nullable String number,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate keptUntil) {

        public boolean isLent() {
            return lentTo != null;
        }

        /** Whether the papers were to be back by now. */
        public boolean isMissing(LocalDate today) {
            return backBy != null && isLent() && backBy.isBefore(today);
        }

        public boolean isGone() {
            return fate == Fate.DESTROY || fate == Fate.HAND_OVER;
        }

        /** The last day it is kept; null for good. */
        public @Nullable LocalDate keptUntil(Retention by) {
            if (forGood) return null;
            return keptUntil == null ? by.keptUntil(closedOn) : keptUntil;
        }
    }

    private final DossierQuery query;
    private final Batch batch;

    public Dossiers(JdbcTemplate jdbc) {
        this.query = new DossierQuery(JdbcClient.create(jdbc));
        this.batch = new Batch(this, jdbc);
    }

    /** Empty while the case is open, and for whoever may not see it. */
    public Optional<Dossier> find(PetitionId petition, Visibility to) {
        return query.find(petition, to);
    }

    /** @param times rows of the storage times, for what is due on that day; the longest closed first */
    public Page<Dossier> list(
            Which which, List<Retention> times, LocalDate today, Visibility to, @Nullable String cursor, int limit) {
        return query.list(which, times, today, to, cursor, limit);
    }

    @Override
    public String name() {
        return GROUP;
    }

    @Override
    public List<String> tables() {
        return List.of("dossier_case", "dossier_papers");
    }

    @Override
    public Wanted wanted() {
        return new Wanted(
                Set.of(PetitionClosed.class, PetitionReopened.class, PersonalDataErased.class, DossierEvent.class),
                false);
    }

    @Override
    public Filling filling(Tables tables) {
        return new DossierFilling(tables);
    }

    @EventHandler
    void on(PetitionClosed event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(PetitionReopened event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(PersonalDataErased event, EventMessage<?> message) {
        batch.take(message);
    }

    @EventHandler
    void on(DossierEvent event, EventMessage<?> message) {
        batch.take(message);
    }
}
