package vn.caunoi.api.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.TaskId;

/**
 * A form as officers will see it, before there is a case: every day of the case is today, it has one point, and
 * officers and units are made up.
 */
@Component
public class FormPreview {

    private static final String NOBODY = "preview";

    private final FormWords words;
    private final MessageSource messages;
    private final Clock clock;

    FormPreview(FormWords words, MessageSource messages, Clock clock) {
        this.words = words;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException when a bound of the form cannot be read */
    public FormView of(Form form, Locale locale) {
        FormContext context = FormContext.of(LocalDate.ofInstant(clock.instant(), DueDate.ZONE), Map.of(), List.of(1))
                .choosingFrom(option("officer", locale), option("unit", locale));
        return words.view(new TaskId(NOBODY), new PetitionId(NOBODY), form.id(), form, context, locale);
    }

    private List<FormContext.Option> option(String of, Locale locale) {
        String label = messages.getMessage("studio.form.sample." + of, null, locale);
        return List.of(new FormContext.Option(of, label));
    }
}
