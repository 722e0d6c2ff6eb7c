package vn.caunoi.projections.publicview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.petition.AnswerEvent.AnswerPublished;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnpublished;
import vn.caunoi.core.petition.AnswerEvent.AnswerUnsuitable;
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

/** Writes what was published and takes out what no longer stands. Answers are published rarely. */
final class AnswerFilling implements ReadModel.Filling {
    private static final Target ROW = Target.of(
            "published_answer",
            "petition",
            "petition id kind unit category published::date question answer words",
            "kind unit category published question answer words");
    private static final int DIGITS = 20;

    private final Tables tables;
    private final CaseRecord record;
    private final Vault vault;
    private final Map<PetitionId, Optional<Row>> changed = new LinkedHashMap<>();

    private record Row(CaseFile file, AnswerPublished event) {}

    AnswerFilling(Tables tables, CaseRecord record, Vault vault) {
        this.tables = tables;
        this.record = record;
        this.vault = vault;
    }

    static boolean concerns(Object event) {
        return event instanceof AnswerPublished || event instanceof PetitionEvent petition && isTakenBack(petition);
    }

    private static boolean isTakenBack(PetitionEvent event) {
        return switch (event) {
            case AnswerUnpublished e -> true;
            case AnswerUnsuitable e -> isUndone(e.undone());
            case PetitionReopened e -> isUndone(e.undone());
            case PetitionSentBack e -> isUndone(e.undone());
            case PetitionReclassified e -> e.after() == Kind.DENUNCIATION || isUndone(e.undone());
            case PersonalDataErased e -> e.matter();
            default -> false;
        };
    }

    private static boolean isUndone(Set<Milestone> undone) {
        return undone.contains(Milestone.PUBLISHED);
    }

    @Override
    public void take(Happened<?> happened) {
        if (!concerns(happened.event())) return;
        PetitionEvent event = (PetitionEvent) happened.event();
        Optional<Row> row = event instanceof AnswerPublished published
                ? Optional.of(new Row(record.fileAt(event.petition(), happened.sequence()), published))
                : Optional.empty();
        changed.put(event.petition(), row);
    }

    @Override
    public void flush() {
        if (changed.isEmpty()) return;
        if (!tables.firstFilled())
            tables.update("delete from views.published_answer where petition = any(?)", (Object)
                    changed.keySet().stream().map(PetitionId::value).toArray(String[]::new));
        tables.begin(
                ROW,
                changed.values().stream()
                        .flatMap(Optional::stream)
                        .filter(AnswerFilling::stands)
                        .toList(),
                this::values);
        changed.clear();
    }

    /** Once its words were erased there is nothing to show, whenever it was published. */
    private static boolean stands(Row row) {
        return !row.event().question().isErased() && !row.event().answer().isErased();
    }

    private @Nullable Object[] values(Row row) {
        CaseFile file = row.file();
        String question = row.event().question().clear();
        String answer = row.event().answer().clear();
        String petition = file.id().value();
        return new @Nullable Object[] {
            petition,
            vault.blindIndex("published answer of " + petition).substring(0, DIGITS),
            file.kind() == null ? Kind.FEEDBACK.name() : file.kind().name(),
            file.unit().value(),
            file.category(),
            row.event().publishedOn(),
            question,
            answer,
            PlainText.of(question + " " + answer)
        };
    }
}
