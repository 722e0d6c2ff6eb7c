package vn.caunoi.api.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says old and new values of what was corrected at a visit. */
@Component("changesSaid")
class ChangesSaid {

    private final Words say;

    ChangesSaid(Words say) {
        this.say = say;
    }

    /** @param field as in the form of a visit */
    public String value(String field, @Nullable String value) {
        if (value == null) return say.text("visit.change.none");
        return switch (field) {
            case "way", "identity" -> say.word("visit." + field, value);
            case "matter" -> say.word("option", value);
            case "occurred" -> say.moment(Instant.parse(value));
            case "urgent" -> say.text(value.equals("true") ? "yes" : "no");
            default -> value;
        };
    }
}
