package vn.caunoi.projections.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.IntakeEvent.PetitionReceived;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Language;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;

/** Whom messages about a petition go to, while it is being changed. */
final class Reachable {
    final PetitionId petition;
    final String code;
    UnitId unit;
    List<Contact> contacts;
    boolean told = true;
    Language language = Language.VI;
    /** Sequence of the last event that was taken. */
    long version;

    private Reachable(PetitionReceived e) {
        petition = e.petition();
        code = e.code();
        unit = e.unit();
        contacts = contacts(e.petitioners());
    }

    private Reachable(ResultSet row) throws SQLException {
        petition = new PetitionId(row.getString("petition"));
        code = row.getString("code");
        unit = new UnitId(row.getString("unit"));
        contacts = Stream.of(row.getString("persons").split(" "))
                .filter(person -> !person.isEmpty())
                .map(Contact::parse)
                .toList();
        told = row.getBoolean("told");
        language = Language.valueOf(row.getString("language"));
        version = row.getLong("version");
    }

    static Reachable read(ResultSet row, int number) throws SQLException {
        return new Reachable(row);
    }

    /** Null where nobody can be told, or must be: a message about a denunciation gives the denouncer away. */
    static @Nullable Reachable of(PetitionReceived e) {
        if (e.confidential() || e.anonymous() || e.kind() == Kind.DENUNCIATION) return null;
        Reachable reachable = new Reachable(e);
        return reachable.contacts.isEmpty() ? null : reachable;
    }

    /** Where some represent the others, the first of them who can be reached is told for all (NĐ 124/2020 Đ7). */
    static List<Contact> contacts(List<Person> people) {
        List<Contact> representatives = people.stream()
                .filter(person -> person.role() == PersonRole.REPRESENTATIVE)
                .map(Contact::of)
                .flatMap(Optional::stream)
                .limit(1)
                .toList();
        if (!representatives.isEmpty()) return representatives;
        return people.stream().map(Contact::of).flatMap(Optional::stream).toList();
    }

    @Nullable Object[] values() {
        return new @Nullable Object[] {
            petition.value(),
            code,
            unit.value(),
            contacts.stream().map(Contact::toString).collect(Collectors.joining(" ")),
            told,
            language.name(),
            version
        };
    }
}
