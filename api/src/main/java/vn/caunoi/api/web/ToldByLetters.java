package vn.caunoi.api.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.projections.letter.Letter;

/**
 * What the letters of a case already tell of what a task asks for: number and day of a decision, when it was sent, when
 * it was received. Proposed in the form of the task; whoever completes it decides.
 */
@Component
class ToldByLetters {

    private final FormsInForce forms;

    ToldByLetters(FormsInForce forms) {
        this.forms = forms;
    }

    /** By field id of the form of a task; a later letter before an earlier one. */
    Map<String, String> forForm(List<Letter> letters, String form) {
        Map<String, String> known = new HashMap<>();
        for (Letter letter : letters) {
            if (letter.state().isIssued()) tell(letter, form, known);
        }
        return known;
    }

    private void tell(Letter letter, String form, Map<String, String> known) {
        forms.edition(letter.template(), letter.edition())
                .ifPresent(of -> of.fills().forEach((field, fact) -> {
                    String value = fact(letter, fact);
                    if (field.startsWith(form + ".") && value != null)
                        known.put(field.substring(form.length() + 1), value);
                }));
    }

    private static @Nullable String fact(Letter letter, String fact) {
        Object value =
                switch (fact) {
                    case "number" -> letter.number();
                    case "issuedOn" -> letter.issuedOn();
                    case "sentOn" -> letter.sentOn();
                    case "deliveredOn" -> letter.deliveredOn();
                    case "recipients" -> letter.text().recipients();
                    default -> throw new IllegalArgumentException("a letter tells no " + fact);
                };
        return value == null ? null : Objects.toString(value);
    }
}
