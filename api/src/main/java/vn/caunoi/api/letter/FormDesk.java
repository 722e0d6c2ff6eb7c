package vn.caunoi.api.letter;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.letter.PublishForm;
import vn.caunoi.core.petition.LetterText;

/** Publishes editions of forms, and shows what they look like with a case that never was. */
@Component
public class FormDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FormsInForce forms;
    private final Sheets sheets;
    private final Commands commands;
    private final Progress progress;
    private final FormTies ties;

    FormDesk(FormsInForce forms, Sheets sheets, Commands commands, Progress progress, FormTies ties) {
        this.ties = ties;
        this.forms = forms;
        this.sheets = sheets;
        this.commands = commands;
        this.progress = progress;
    }

    public List<LetterForm> all() {
        return forms.all();
    }

    public boolean isShipped(LetterForm form) {
        return forms.isShipped(form);
    }

    /** The edition that is in force today, or the last one of those to come. */
    public Optional<LetterForm> present(String id) {
        return forms.find(id, sheets.today()).or(() -> forms.edition(id, forms.highest(id)));
    }

    public LetterForm publish(FormInput given, Actor by) {
        LetterForm form = checked(given);
        PublishForm order = PublishForm.of(form, by);
        Integer edition = commands.send(order, by.id().value());
        progress.awaitSettled(order.stream(), PATIENCE);
        forms.forget();
        return forms.edition(form.id(), Objects.requireNonNull(edition)).orElse(form);
    }

    /** What a letter of this form says of the sample. */
    public LetterText preview(FormInput given) {
        return FilledForm.of(checked(given), SampleWords.of());
    }

    /** The same on paper. */
    public byte[] pdf(FormInput given) {
        LetterForm form = checked(given);
        return LetterPdf.of(sheets.sample(form, FilledForm.of(form, SampleWords.of())));
    }

    /** What a letter of a form says of the sample. */
    public LetterText sample(LetterForm form) {
        return FilledForm.of(form, SampleWords.of());
    }

    /** The same on paper. */
    public byte[] samplePdf(LetterForm form) {
        return LetterPdf.of(sheets.sample(form, sample(form)));
    }

    /** As it would be published; a field that is wrong refuses it. */
    public LetterForm checked(FormInput given) {
        String id = given.id() == null ? "" : given.id().strip();
        @Nullable LetterForm known = present(id).orElse(null);
        return given.checked(known, forms.highest(id), sheets.today(), ties);
    }
}
