package vn.caunoi.core.petition;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whose data is gone.
 *
 * @param matter the free text, minutes, form data and files of the case too
 */
record Erased(Set<PersonId> persons, boolean matter) {

    static final Erased NOTHING = new Erased(Set.of(), false);

    Erased after(CaseEvent.PersonalDataErased e) {
        var more = new LinkedHashSet<>(persons);
        more.addAll(e.persons());
        return new Erased(more, matter || e.matter());
    }

    boolean has(PersonId person) {
        return persons.contains(person);
    }
}
