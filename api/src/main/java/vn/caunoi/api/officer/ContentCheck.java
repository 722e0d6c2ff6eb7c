package vn.caunoi.api.officer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.problem.Input;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** Checks what is handed in, tells all that is wrong with it at once, and seals what is personal. */
final class ContentCheck {

    static final int SHORT = 200;
    static final int LINE = 500;
    static final int LONG = 20_000;
    private static final int MOST_POINTS = 100;
    private static final int MOST_PEOPLE = 500;

    /** No paper that is still handed in is older; what is, is a slip of the pen. */
    private static final LocalDate EARLIEST_DAY = LocalDate.of(1900, 1, 1);

    private static final Instant EARLIEST =
            EARLIEST_DAY.atStartOfDay(BusinessClock.ZONE).toInstant();

    private final Input input;
    private final Instant now;
    private final KeyId caseKey;
    private final IntFunction<String> personIds;

    /** @param personIds the id of the petitioner at an index */
    ContentCheck(Input input, Instant now, PetitionId petition, IntFunction<String> personIds) {
        this.input = input;
        this.now = now;
        this.caseKey = KeyId.petition(petition.value());
        this.personIds = personIds;
    }

    Content content(HandInInput given, UnitId unit) {
        Kind kind = input.choice("kind", given.kind(), Kind.class);
        Channel channel = channel(given);
        Instant receivedAt = receivedAt(given.receivedAt());
        Sealed subject = sealed(input.required("subject", given.subject(), LINE));
        Sealed content = sealed(input.required("content", given.content(), LONG));
        boolean anonymous = Boolean.TRUE.equals(given.anonymous());
        List<Person> people = people(given.petitioners(), anonymous);
        return new Content(
                kind,
                channel,
                receivedAt,
                subject,
                content,
                input.optional("category", given.category(), SHORT),
                unit,
                input.optional("place", given.place(), SHORT),
                anonymous,
                Boolean.TRUE.equals(given.confidential()),
                about(given.about()),
                sealedOrNull("against", given.against(), LINE),
                points(given.points()),
                people);
    }

    private Channel channel(HandInInput given) {
        if (given.channel() == null || given.channel().isBlank()) input.present("channel", null);
        Channel channel = input.choice("channel", given.channel(), Channel.class);
        return channel == null ? Channel.OTHER : channel;
    }

    Instant receivedAt(@Nullable Instant given) {
        if (given == null) return now;
        if (given.isAfter(now)) input.wrong("receivedAt", "in-the-future", "lies in the future");
        if (given.isBefore(EARLIEST)) input.wrong("receivedAt", "too-early", "is not before 1900");
        return given;
    }

    @Nullable Disputed about(HandInInput.@Nullable About given) {
        if (given == null) return null;
        LocalDate today = LocalDate.ofInstant(now, BusinessClock.ZONE);
        return new Disputed(
                sealedOrNull("about.decision", given.decision(), LINE),
                input.optional("about.number", given.number(), SHORT),
                past("about.date", given.date(), today),
                sealedOrNull("about.issuer", given.issuer(), LINE),
                past("about.knownOn", given.knownOn(), today));
    }

    private @Nullable LocalDate past(String field, @Nullable LocalDate date, LocalDate today) {
        if (date != null && date.isAfter(today)) input.wrong(field, "in-the-future", "lies in the future");
        if (date != null && date.isBefore(EARLIEST_DAY)) input.wrong(field, "too-early", "is not before 1900");
        return date;
    }

    List<Point> points(@Nullable List<HandInInput.@Nullable Demand> given) {
        List<Point> points = new ArrayList<>();
        if (given == null) return points;
        if (given.size() > MOST_POINTS) input.wrong("points", "too-great", "are at most " + MOST_POINTS);
        for (int i = 0; i < Math.min(given.size(), MOST_POINTS); i++) {
            HandInInput.Demand point = given.get(i);
            String demand = input.required("points[" + i + "].demand", point == null ? null : point.demand(), LONG);
            points.add(new Point(i + 1, sealed(demand)));
        }
        return points;
    }

    List<Person> people(@Nullable List<HandInInput.@Nullable Petitioner> given, boolean anonymous) {
        if (given == null) return people(new ArrayList<>(), anonymous);
        if (given.isEmpty() && !anonymous) input.wrong("petitioners", "required", "must be given");
        if (given.size() > MOST_PEOPLE) input.wrong("petitioners", "too-great", "are at most " + MOST_PEOPLE);
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), MOST_PEOPLE); i++) {
            people.add(person("petitioners[" + i + "].", given.get(i), personIds.apply(i)));
        }
        return people;
    }

    private Person person(String path, HandInInput.@Nullable Petitioner given, String id) {
        HandInInput.Petitioner one =
                given == null ? new HandInInput.Petitioner(null, null, null, null, null, null) : given;
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

    Sealed sealed(String text) {
        return Sealed.of(caseKey, text);
    }

    @Nullable Sealed sealedOrNull(String field, @Nullable String text, int most) {
        return of(caseKey, input.optional(field, text, most));
    }

    private static @Nullable Sealed of(KeyId key, @Nullable String text) {
        return text == null ? null : Sealed.of(key, text);
    }
}
