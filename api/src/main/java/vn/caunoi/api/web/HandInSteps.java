package vn.caunoi.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.caunoi.api.officer.CitizenCard;
import vn.caunoi.api.officer.PersonDesk;
import vn.caunoi.api.problem.Problems;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.casefile.Part.Petitioner;

/**
 * What the buttons of the form at the desk do before a petition is handed in. Each gives the form back with all that was
 * typed.
 */
@Component
class HandInSteps {

    /** @param shown beside the form, by its name in the page */
    record Step(HandInForm form, HttpStatus status, Map<String, Object> shown) {}

    private final PersonDesk people;
    private final Words say;
    private final Problems problems;

    HandInSteps(PersonDesk people, Words say, Problems problems) {
        this.people = people;
        this.say = say;
        this.problems = problems;
    }

    /** Null when the petition is to be handed in. */
    @Nullable Step taken(HandInForm form, Actor actor) {
        // a scanner ends with Enter, which without script presses the button that hands in
        if (form.typed("card") != null || "card".equals(form.typed("fill"))) return fromCard(form);
        String use = form.typed("use");
        if (use != null) return used(form.without("use"), use, actor);
        if (isToBeLookedUp(form)) return lookedUp(form.without("look"), actor);
        String without = form.typed("without");
        if (without != null) return shown(form.without("without").withoutScan(without));
        if (form.typed("scan") != null) return shown(form.without("scan"));
        String more = form.typed("more");
        if (more != null) return shown(form.oneMore(more));
        String less = form.typed("less");
        return less == null ? null : shown(form.oneLess(less));
    }

    private static Step shown(HandInForm form) {
        return new Step(form, HttpStatus.OK, Map.of());
    }

    /** What is typed there and was not looked up yet means that it shall be. */
    private static boolean isToBeLookedUp(HandInForm form) {
        String number = form.typed("lookup");
        return "person".equals(form.typed("look"))
                || number != null && !number.equals(form.looked().strip());
    }

    private Step lookedUp(HandInForm form, Actor actor) {
        String number = form.typed("lookup");
        try {
            List<PersonDesk.Earlier> found = people.find(number, actor);
            HandInForm after = form.known(Map.of("looked", number == null ? "" : number));
            return new Step(after, HttpStatus.OK, Map.of("found", found));
        } catch (Refusal refusal) {
            return refused(form.without("looked"), "lookup", refusal);
        }
    }

    private Step used(HandInForm form, String petition, Actor actor) {
        try {
            return people.person(form.typed("lookup"), petition, actor)
                    .map(person -> filled(form, person))
                    .orElseGet(() -> lookedUp(form, actor));
        } catch (Refusal refusal) {
            return refused(form, "lookup", refusal);
        }
    }

    private static Step filled(HandInForm form, Petitioner person) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("fullName", person.fullName());
        put(known, "idNumber", person.idNumber());
        put(known, "address", person.address());
        put(known, "phone", person.phone());
        put(known, "email", person.email());
        int place = form.placeOf(person.idNumber(), person.fullName());
        return new Step(form.person(place, known), HttpStatus.OK, Map.of("known", place + 1));
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null) known.put(name, value);
    }

    private Step refused(HandInForm form, String field, Refusal refusal) {
        if (refusal.violations().isEmpty()) throw refusal;
        String message = problems.message(refusal.violations().getFirst(), Words.locale());
        return new Step(form.wrong(Map.of(field, message)), HttpStatus.UNPROCESSABLE_CONTENT, Map.of());
    }

    private Step fromCard(HandInForm form) {
        String scanned = form.typed("card");
        HandInForm rest = form.without("card").without("fill");
        try {
            CitizenCard card = CitizenCard.read(scanned == null ? "" : scanned, say.today());
            int place = rest.placeOf(card.idNumber(), card.fullName());
            Map<String, String> person =
                    Map.of("fullName", card.fullName(), "idNumber", card.idNumber(), "address", card.address());
            return new Step(rest.person(place, person), HttpStatus.OK, Map.of("filled", place + 1));
        } catch (Refusal unreadable) {
            return refused(rest, "card", unreadable);
        }
    }
}
