package vn.caunoi.core.form;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a form needs to know of its case to become concrete.
 *
 * @param today the day of the answer, Asia/Ho_Chi_Minh
 * @param days days of the case by bound word; one that is not there yet counts as today
 * @param points numbers of the points that still stand
 * @param officers who may be chosen in a field for an officer, the caller first; empty: any id
 * @param units what may be chosen in a field for a unit; empty: any id
 * @param proposed the outcome that is proposed, by the id of the form; another one is to be explained
 * @param barred what the law does not allow in this case
 */
public record FormContext(
        LocalDate today,
        Map<Bound, LocalDate> days,
        List<Integer> points,
        List<Option> officers,
        List<Option> units,
        Map<String, String> proposed,
        Set<Act> barred) {

    /** One choice of officers or units. */
    public record Option(String id, String label) {}

    public FormContext {
        days = Map.copyOf(days);
        points = List.copyOf(points);
        officers = List.copyOf(officers);
        units = List.copyOf(units);
        proposed = Map.copyOf(proposed);
        barred = Set.copyOf(barred);
    }

    public static FormContext of(LocalDate today, Map<Bound, LocalDate> days, Collection<Integer> points) {
        return new FormContext(today, days, List.copyOf(points), List.of(), List.of(), Map.of(), Set.of());
    }

    /** The same case, with the choices of officers and units. */
    public FormContext choosingFrom(List<Option> officers, List<Option> units) {
        return new FormContext(today, days, points, officers, units, proposed, barred);
    }

    /** The same case, in which one outcome is proposed, on forms that have it. */
    public FormContext proposing(Set<String> forms, String outcome) {
        Map<String, String> proposing = forms.stream().collect(Collectors.toMap(form -> form, form -> outcome));
        return new FormContext(today, days, points, officers, units, proposing, barred);
    }

    /** The same case, in which the law does not allow something. */
    public FormContext barring(Act act) {
        return new FormContext(today, days, points, officers, units, proposed, Set.of(act));
    }

    /** The day a date bound means. */
    LocalDate day(String bound) {
        return DateBound.parse(bound).in(this);
    }

    LocalDate day(Bound word) {
        return word == Bound.TODAY ? today : days.getOrDefault(word, today);
    }

    List<String> choices(Field field) {
        return switch (field.type()) {
            case OFFICER -> officers.stream().map(Option::id).toList();
            case UNIT -> units.stream().map(Option::id).toList();
            default -> field.options();
        };
    }
}
