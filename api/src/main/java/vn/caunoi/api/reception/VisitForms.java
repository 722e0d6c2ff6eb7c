package vn.caunoi.api.reception;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.officer.HandInInput.Petitioner;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.reception.Heard;
import vn.caunoi.core.reception.IdentityCheck;
import vn.caunoi.core.reception.Paper;
import vn.caunoi.core.reception.VisitId;
import vn.caunoi.core.reception.Way;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** Checks what is told of a visit, tells all that is wrong with it at once, and seals what is personal. */
final class VisitForms {

    static final int SHORT = 200;
    static final int LINE = 500;
    static final int LONG = 20_000;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_CAME = 100_000;
    private static final long LONGEST_AGO_DAYS = 366L * 5;

    private final Input input;
    private final Instant now;
    private final VisitId visit;
    private final IntFunction<String> personIds;

    VisitForms(Input input, Instant now, VisitId visit, IntFunction<String> personIds) {
        this.input = input;
        this.now = now;
        this.visit = visit;
        this.personIds = personIds;
    }

    Heard heard(VisitInput given) {
        Way way = choice("way", given.way(), Way.class, Way.ROOM);
        IdentityCheck identity = choice("identity", given.identity(), IdentityCheck.class, IdentityCheck.NOT_SHOWN);
        List<Person> visitors = visitors(given.visitors());
        return new Heard(
                way,
                occurred(given.occurred()),
                identity,
                visitors,
                people(given.people(), visitors.size()),
                input.choice("matter", given.matter(), Kind.class),
                sealed(input.required("subject", given.subject(), LINE)),
                sealed(input.required("statement", given.statement(), LONG)),
                sealedOrNull("settledBy", given.settledBy()),
                papers(given.papers()),
                Boolean.TRUE.equals(given.urgent()));
    }

    private <E extends Enum<E>> E choice(String field, @Nullable String name, Class<E> type, E otherwise) {
        if (name == null || name.isBlank()) input.present(field, null);
        E chosen = input.choice(field, name, type);
        return chosen == null ? otherwise : chosen;
    }

    private Instant occurred(@Nullable Instant given) {
        if (given == null) return now;
        if (given.isAfter(now)) input.wrong("occurred", "in-the-future", "lies in the future");
        if (given.isBefore(now.minus(LONGEST_AGO_DAYS, ChronoUnit.DAYS)))
            input.wrong("occurred", "too-early", "lies more than five years back");
        return given;
    }

    private int people(@Nullable Integer given, int named) {
        if (given == null) return Math.max(1, named);
        if (given < 1) input.wrong("people", "too-small", "is at least one");
        if (given > MOST_CAME) input.wrong("people", "too-great", "are at most " + MOST_CAME);
        return given;
    }

    private List<Person> visitors(@Nullable List<@Nullable Petitioner> given) {
        List<Person> people = new ArrayList<>();
        if (given == null || given.isEmpty()) {
            input.wrong("visitors", "required", "must be given");
            return people;
        }
        if (given.size() > MOST_PEOPLE) input.wrong("visitors", "too-great", "are at most " + MOST_PEOPLE);
        for (int i = 0; i < Math.min(given.size(), MOST_PEOPLE); i++) {
            people.add(person("visitors[" + i + "].", given.get(i), personIds.apply(i)));
        }
        return people;
    }

    private Person person(String path, @Nullable Petitioner given, String id) {
        Petitioner one = given == null ? new Petitioner(null, null, null, null, null, null) : given;
        KeyId key = KeyId.person(id);
        PersonRole role = input.choice(path + "role", one.role(), PersonRole.class);
        return new Person(
                new PersonId(id),
                Objects.requireNonNullElse(role, PersonRole.COMPLAINANT),
                Sealed.of(key, input.required(path + "fullName", one.fullName(), SHORT)),
                of(key, input.optional(path + "idNumber", one.idNumber(), 50)),
                of(key, input.optional(path + "address", one.address(), LINE)),
                of(key, input.optional(path + "phone", one.phone(), 50)),
                of(key, input.optional(path + "email", one.email(), SHORT)));
    }

    private List<Paper> papers(@Nullable List<VisitInput.@Nullable Brought> given) {
        List<Paper> papers = new ArrayList<>();
        if (given == null) return papers;
        if (given.size() > SHORT) input.wrong("papers", "too-great", "are at most " + SHORT);
        for (int i = 0; i < Math.min(given.size(), SHORT); i++) {
            VisitInput.Brought one = given.get(i);
            String name = input.required("papers[" + i + "].name", one == null ? null : one.name(), LINE);
            Paper.Form form = input.choice("papers[" + i + "].form", one == null ? null : one.form(), Paper.Form.class);
            papers.add(new Paper(i + 1, sealed(name), form == null ? Paper.Form.COPY : form));
        }
        return papers;
    }

    Sealed sealed(String text) {
        return Sealed.of(visit.key(), text);
    }

    private @Nullable Sealed sealedOrNull(String field, @Nullable String text) {
        return of(visit.key(), input.optional(field, text, LINE));
    }

    private static @Nullable Sealed of(KeyId key, @Nullable String text) {
        return text == null ? null : Sealed.of(key, text);
    }
}
