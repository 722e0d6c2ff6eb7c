package vn.caunoi.projections.publicview;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.CaseEvent.DecisionMadePublic;
import vn.caunoi.core.petition.CaseEvent.DecisionTakenDown;
import vn.caunoi.core.petition.CaseEvent.PersonalDataErased;
import vn.caunoi.core.petition.CaseEvent.PetitionReclassified;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.CaseEvent.PetitionSentBack;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.vault.Vault;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.PlainText;
import vn.caunoi.projections.ReadModel;
import vn.caunoi.projections.Tables;
import vn.caunoi.projections.Target;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.Resolution;

/** Writes decisions that everybody may read and takes out what no longer stands. They are published rarely. */
final class DecisionFilling implements ReadModel.Filling {
    private static final Target ROW = Target.of(
            "published_decision",
            "petition",
            "petition id unit category number issued::date published::date text words",
            "unit category number issued published text words");
    private static final int DIGITS = 20;

    private final Tables tables;
    private final CaseRecord record;
    private final Vault vault;
    private final Map<PetitionId, Optional<Row>> changed = new LinkedHashMap<>();

    private record Row(CaseFile file, String number, LocalDate issued, DecisionMadePublic event) {}

    DecisionFilling(Tables tables, CaseRecord record, Vault vault) {
        this.tables = tables;
        this.record = record;
        this.vault = vault;
    }

    static boolean concerns(Object event) {
        return event instanceof DecisionMadePublic || event instanceof PetitionEvent petition && isTakenDown(petition);
    }

    private static boolean isTakenDown(PetitionEvent event) {
        return switch (event) {
            case DecisionTakenDown e -> true;
            case PetitionReopened e -> isUndone(e.undone());
            case PetitionSentBack e -> isUndone(e.undone());
            case PetitionReclassified e -> e.after() == Kind.DENUNCIATION || isUndone(e.undone());
            case PersonalDataErased e -> e.matter();
            default -> false;
        };
    }

    private static boolean isUndone(Set<Milestone> undone) {
        return undone.contains(Milestone.ISSUED);
    }

    @Override
    public void take(Happened<?> happened) {
        if (!concerns(happened.event())) return;
        PetitionEvent event = (PetitionEvent) happened.event();
        Optional<Row> row = event instanceof DecisionMadePublic published
                ? row(record.fileAt(event.petition(), happened.sequence()), published)
                : Optional.empty();
        changed.put(event.petition(), row);
    }

    /** Once its words were erased there is nothing to show, whenever it was published. */
    private static Optional<Row> row(CaseFile file, DecisionMadePublic published) {
        Resolution decision = file.resolution();
        if (decision == null || decision.number() == null || decision.issuedOn() == null) return Optional.empty();
        if (published.text().isErased()) return Optional.empty();
        return Optional.of(new Row(file, decision.number(), decision.issuedOn(), published));
    }

    @Override
    public void flush() {
        if (changed.isEmpty()) return;
        if (!tables.firstFilled())
            tables.update("delete from views.published_decision where petition = any(?)", (Object)
                    changed.keySet().stream().map(PetitionId::value).toArray(String[]::new));
        tables.begin(ROW, changed.values().stream().flatMap(Optional::stream).toList(), this::values);
        changed.clear();
    }

    private @Nullable Object[] values(Row row) {
        String petition = row.file().id().value();
        String text = row.event().text().clear();
        return new @Nullable Object[] {
            petition,
            vault.blindIndex("published decision of " + petition).substring(0, DIGITS),
            row.file().unit().value(),
            row.file().category(),
            row.number(),
            row.issued(),
            row.event().on(),
            text,
            PlainText.of(row.number() + " " + text)
        };
    }
}
