package vn.caunoi.core.reception;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;

/** All who were ever named at a visit, also before a correction, and whose data is gone. */
final class VisitPeople {

    private final List<Person> named = new ArrayList<>();
    private final Set<PersonId> erased = new LinkedHashSet<>();
    private boolean matterErased;

    void named(List<Person> people) {
        named.addAll(people);
    }

    void erased(VisitEvent.VisitDataErased event) {
        erased.addAll(event.persons());
        matterErased |= event.matter();
    }

    /** What was said is gone. */
    boolean matterErased() {
        return matterErased;
    }

    boolean anythingErased() {
        return matterErased || !erased.isEmpty();
    }

    boolean isErased(PersonId person) {
        return erased.contains(person);
    }

    Stream<Person> everNamed() {
        return named.stream();
    }

    List<PersonId> left() {
        return named.stream()
                .map(Person::id)
                .distinct()
                .filter(id -> !erased.contains(id))
                .toList();
    }
}
