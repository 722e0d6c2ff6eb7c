package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CitizenCard;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.petition.Refusal;

/**
 * What the buttons of the form at the desk do before a petition is handed in. Each gives the form back with all that was
 * typed.
 */
@Component
class HandInSteps {

    /** @param shown beside the form, by its name in the page */
    record Step(HandInForm form, HttpStatus status, Map<String, Object> shown) {}

    private final Words say;
    private final Problems problems;

    HandInSteps(Words say, Problems problems) {
        this.say = say;
        this.problems = problems;
    }

    /** Null when the petition is to be handed in. */
    @Nullable Step taken(HandInForm form) {
        // a scanner ends with Enter, which without script presses the button that hands in
        if (form.typed("card") != null || "card".equals(form.typed("fill"))) return fromCard(form);
        String more = form.typed("more");
        if (more != null) return shown(form.oneMore(more));
        String less = form.typed("less");
        return less == null ? null : shown(form.oneLess(less));
    }

    private static Step shown(HandInForm form) {
        return new Step(form, HttpStatus.OK, Map.of());
    }

    private Step fromCard(HandInForm form) {
        String scanned = form.typed("card");
        HandInForm rest = form.without("card").without("fill");
        try {
            CitizenCard card = CitizenCard.read(scanned == null ? "" : scanned, say.today());
            int place = rest.placeOf(card.idNumber());
            return new Step(rest.known(person(place, card)), HttpStatus.OK, Map.of("filled", place + 1));
        } catch (Refusal unreadable) {
            String message = problems.message(unreadable.violations().getFirst(), Words.locale());
            return new Step(rest.wrong(Map.of("card", message)), HttpStatus.UNPROCESSABLE_CONTENT, Map.of());
        }
    }

    private static Map<String, String> person(int place, CitizenCard card) {
        String path = "petitioners[" + place + "].";
        Map<String, String> known = new LinkedHashMap<>();
        known.put(path + "fullName", card.fullName());
        known.put(path + "idNumber", card.idNumber());
        known.put(path + "address", card.address());
        return known;
    }
}
