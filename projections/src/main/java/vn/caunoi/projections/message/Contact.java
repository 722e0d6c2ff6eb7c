package vn.caunoi.projections.message;

import java.util.Optional;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;

/** How one person is reached. */
record Contact(PersonId person, Carrier carrier) {

    /** By e-mail if they gave an address, else by phone if they gave a number. */
    static Optional<Contact> of(Person person) {
        if (person.email() != null) return Optional.of(new Contact(person.id(), Carrier.EMAIL));
        if (person.phone() != null) return Optional.of(new Contact(person.id(), Carrier.SMS));
        return Optional.empty();
    }

    /** The other way round of {@link #toString()}; those of before had no carrier. */
    static Contact parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) return new Contact(new PersonId(text), Carrier.EMAIL);
        return new Contact(new PersonId(text.substring(colon + 1)), Carrier.valueOf(text.substring(0, colon)));
    }

    @Override
    public String toString() {
        return carrier == Carrier.EMAIL ? person.value() : carrier + ":" + person.value();
    }
}
