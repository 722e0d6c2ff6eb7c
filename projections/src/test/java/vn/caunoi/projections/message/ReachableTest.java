package vn.caunoi.projections.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.Carrier;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** Who is told of a petition of several. */
class ReachableTest {

    @Test
    void everybody_who_can_be_reached_is_told_where_nobody_represents_the_others() {
        Person an = person(PersonRole.COMPLAINANT, "an@example.vn", null);
        Person binh = person(PersonRole.COMPLAINANT, null, "0912345678");
        Person chi = person(PersonRole.COMPLAINANT, null, null);
        assertThat(Reachable.contacts(List.of(an, binh, chi)))
                .extracting(Contact::person)
                .containsExactly(an.id(), binh.id());
    }

    @Test
    void one_of_the_representatives_is_told_for_all() {
        Person an = person(PersonRole.COMPLAINANT, "an@example.vn", null);
        Person mute = person(PersonRole.REPRESENTATIVE, null, null);
        Person first = person(PersonRole.REPRESENTATIVE, null, "0912345678");
        Person second = person(PersonRole.REPRESENTATIVE, "dung@example.vn", null);
        assertThat(Reachable.contacts(List.of(an, mute, first, second)))
                .containsExactly(new Contact(first.id(), Carrier.SMS));
    }

    @Test
    void where_no_representative_can_be_reached_the_others_are_told() {
        Person an = person(PersonRole.COMPLAINANT, "an@example.vn", null);
        assertThat(Reachable.contacts(List.of(an, person(PersonRole.REPRESENTATIVE, null, null))))
                .extracting(Contact::person)
                .containsExactly(an.id());
    }

    private static Person person(PersonRole role, @Nullable String email, @Nullable String phone) {
        PersonId id = new PersonId(UUID.randomUUID().toString());
        KeyId key = KeyId.person(id.value());
        return new Person(
                id,
                role,
                Sealed.of(key, "Tên"),
                null,
                null,
                phone == null ? null : Sealed.of(key, phone),
                email == null ? null : Sealed.of(key, email));
    }
}
