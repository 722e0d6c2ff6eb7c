package vn.caunoi.api.moving;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Disputed;
import vn.caunoi.core.petition.IntakeCommand.Content;
import vn.caunoi.core.petition.IntakeCommand.TakeOver;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Point;
import vn.caunoi.core.petition.Reached;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.core.vault.KeyId;
import vn.caunoi.core.vault.Sealed;

/** Makes an order of each line, or tells what is wrong with it. */
final class LineReading {

    private static final int MOST_PEOPLE = 500;
    private static final int MOST_POINTS = 100;

    private final Mapping mapping;
    private final @Nullable Envelopes envelopes;
    private final LineCells.Columns columns;
    private final Known known;
    private final Superior superior;
    private final Supplier<PetitionCode> codes;
    private final Instant now;
    private final LocalDate today;

    /** Who settles what is about officers of a unit. */
    interface Superior {
        UnitId of(Set<OfficerId> accused, UnitId unit);
    }

    /** @param order null when the line is wrong */
    record Line(
            long line,
            PetitionId petition,
            String number,
            @Nullable TakeOver order,
            List<LineProblem> problems) {}

    LineReading(
            Mapping mapping,
            List<String> header,
            @Nullable Envelopes envelopes,
            Known known,
            Superior superior,
            Supplier<PetitionCode> codes,
            Clock clock) {
        this.mapping = mapping;
        this.envelopes = envelopes;
        this.columns = columns(mapping, header);
        this.known = known;
        this.superior = superior;
        this.codes = codes;
        this.now = clock.instant();
        this.today = DueDate.dayOf(now);
    }

    private static LineCells.Columns columns(Mapping mapping, List<String> header) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        Map<Field, DateWords> dates = new EnumMap<>(Field.class);
        mapping.fields().forEach((field, from) -> {
            dates.put(field, new DateWords(from.dates(), mapping.dates()));
            if (from.column() == null) return;
            int place = header.indexOf(from.column());
            if (place < 0) throw new MovingRefused("no-column", from.column(), String.join(", ", header));
            if (header.lastIndexOf(from.column()) != place) throw new MovingRefused("column-twice", from.column());
            places.put(field, place);
        });
        return new LineCells.Columns(mapping, places, dates, header.size());
    }

    static PetitionId id(String source, String number) {
        byte[] name = ("caunoi:" + source + ":" + number).getBytes(StandardCharsets.UTF_8);
        return new PetitionId(UUID.nameUUIDFromBytes(name).toString());
    }

    Line read(SheetRow row) {
        LineCells cells = new LineCells(columns, row, today);
        String number = cells.required(Field.NUMBER);
        PetitionId id = id(mapping.source(), number);
        List<Enclosed.Who> denouncers = opened(cells, number);
        TakeOver order = order(cells, id, number, denouncers);
        List<LineProblem> problems = List.copyOf(cells.problems());
        return new Line(row.line(), id, number, problems.isEmpty() ? order : null, problems);
    }

    /** Lays what the envelope of a denunciation says beside the cells. @return who denounced; null where there is none */
    private @Nullable List<Enclosed.Who> opened(LineCells cells, String number) {
        String cell = cells.text(Field.SEALED);
        if (cell == null || !Envelopes.isOne(cell)) {
            if (cells.yes(Field.SEALED)) cells.wrong(Field.SEALED, "sealed-at-source", null);
            return null;
        }
        if (envelopes == null) {
            cells.wrong(Field.SEALED, "no-passphrase", null);
            return null;
        }
        try {
            Enclosed enclosed = envelopes.open(cell, number).map(Enclosed::read).orElse(null);
            if (enclosed == null) cells.wrong(Field.SEALED, "wrong-passphrase", null);
            else cells.lay(enclosed.cells());
            return enclosed == null ? null : enclosed.people();
        } catch (IllegalArgumentException none) {
            cells.wrong(Field.SEALED, "wrong-passphrase", null);
            return null;
        }
    }

    private TakeOver order(LineCells cells, PetitionId id, String number, @Nullable List<Enclosed.Who> denouncers) {
        Kind kind = cells.choice(Field.KIND, Kind.class);
        Set<OfficerId> accused = accused(cells);
        UnitId unit = unit(cells);
        UnitId settles = accused.isEmpty() ? unit : superior.of(accused, unit);
        Content content = content(cells, id, kind, settles, denouncers);
        Reached reached = new ReachedReading(cells, kind, DueDate.dayOf(content.receivedAt()), now).read();
        DateWords.Said due = cells.date(Field.DUE);
        String word = cells.text(Field.CHANNEL);
        return new TakeOver(
                id,
                codes.get().value(),
                content,
                new Origin(mapping.source(), number, word, reached.stand() == Stand.CLOSED, reached.stand()),
                reached,
                officer(cells, accused),
                accused,
                due == null ? null : due.end(),
                cells.text(Field.NOTE));
    }

    private Content content(
            LineCells cells, PetitionId id, @Nullable Kind kind, UnitId unit, @Nullable List<Enclosed.Who> denouncers) {
        KeyId key = KeyId.petition(id.value());
        String subject = cells.required(Field.SUBJECT);
        String content = cells.text(Field.CONTENT);
        boolean anonymous = cells.yes(Field.ANONYMOUS);
        DateWords.Said received = cells.past(Field.RECEIVED);
        if (received == null && cells.text(Field.RECEIVED) == null) cells.wrong(Field.RECEIVED, "missing", null);
        Channel channel = cells.choice(Field.CHANNEL, Channel.class);
        return new Content(
                kind,
                channel == null ? Channel.OTHER : channel,
                received == null ? now : moment(cells, received),
                Sealed.of(key, subject),
                Sealed.of(key, content == null ? subject : content),
                cells.text(Field.CATEGORY),
                unit,
                cells.text(Field.PLACE),
                anonymous,
                cells.yes(Field.CONFIDENTIAL),
                disputed(cells, key),
                sealed(key, cells.text(Field.AGAINST)),
                points(cells, key),
                denouncers == null ? people(cells, id, anonymous) : people(denouncers, id));
    }

    private static List<Person> people(List<Enclosed.Who> denouncers, PetitionId petition) {
        List<Person> people = new ArrayList<>();
        for (Enclosed.Who one : denouncers) {
            String id = personId(petition, people.size());
            KeyId key = KeyId.person(id);
            people.add(new Person(
                    new PersonId(id),
                    one.role(),
                    Sealed.of(key, one.fullName()),
                    sealed(key, one.idNumber()),
                    sealed(key, one.address()),
                    sealed(key, one.phone()),
                    sealed(key, one.email())));
        }
        return people;
    }

    private static String personId(PetitionId petition, int before) {
        byte[] seed = (petition.value() + " person " + before).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(seed).toString();
    }

    /** Of today, too, a moment may lie ahead. */
    private Instant moment(LineCells cells, DateWords.Said received) {
        Instant at = received.begin();
        if (at.isAfter(now) && !received.day().isAfter(today))
            cells.wrong(Field.RECEIVED, "in-the-future", cells.text(Field.RECEIVED));
        return at;
    }

    private UnitId unit(LineCells cells) {
        String word = cells.required(Field.UNIT);
        UnitId unit = known.unit(word).orElse(null);
        if (unit == null && !word.isEmpty()) cells.wrong(Field.UNIT, "no-unit", word);
        return unit == null ? new UnitId("?") : unit;
    }

    private @Nullable OfficerId officer(LineCells cells, Set<OfficerId> accused) {
        String account = cells.text(Field.OFFICER);
        if (account == null) return null;
        OfficerId officer = known.officer(account).orElse(null);
        if (officer == null) cells.wrong(Field.OFFICER, "no-officer", account);
        else if (accused.contains(officer)) cells.wrong(Field.OFFICER, "is-accused", null);
        return officer;
    }

    private Set<OfficerId> accused(LineCells cells) {
        Set<OfficerId> accused = new LinkedHashSet<>();
        for (String account : parts(cells.text(Field.ACCUSED), "[;,]"))
            known.officer(account)
                    .ifPresentOrElse(accused::add, () -> cells.wrong(Field.ACCUSED, "no-officer", account));
        return accused;
    }

    private static @Nullable Disputed disputed(LineCells cells, KeyId key) {
        DateWords.Said date = cells.past(Field.DECISION_DATE);
        DateWords.Said knownOn = cells.past(Field.DECISION_KNOWN_ON);
        Disputed disputed = new Disputed(
                sealed(key, cells.text(Field.DECISION)),
                cells.text(Field.DECISION_NUMBER),
                date == null ? null : date.day(),
                sealed(key, cells.text(Field.DECISION_ISSUER)),
                knownOn == null ? null : knownOn.day());
        return disputed.equals(new Disputed(null, null, null, null, null)) ? null : disputed;
    }

    private static List<Point> points(LineCells cells, KeyId key) {
        List<Point> points = new ArrayList<>();
        for (String demand : parts(cells.text(Field.DEMANDS), "\\R"))
            points.add(new Point(points.size() + 1, Sealed.of(key, demand)));
        if (points.size() > MOST_POINTS) cells.wrong(Field.DEMANDS, "too-many", null, String.valueOf(MOST_POINTS));
        return points;
    }

    /** Names parted by semicolons; address and numbers are those of the first. */
    private static List<Person> people(LineCells cells, PetitionId petition, boolean anonymous) {
        List<Person> people = new ArrayList<>();
        for (String name : parts(cells.text(Field.PETITIONERS), "[;\\r\\n]"))
            people.add(person(cells, petition, people, name));
        if (people.isEmpty() && !anonymous) cells.wrong(Field.PETITIONERS, "nobody", null);
        if (people.size() > MOST_PEOPLE) cells.wrong(Field.PETITIONERS, "too-many", null, String.valueOf(MOST_PEOPLE));
        return people;
    }

    private static Person person(LineCells cells, PetitionId petition, List<Person> before, String name) {
        String id = personId(petition, before.size());
        KeyId key = KeyId.person(id);
        boolean first = before.isEmpty();
        if (name.length() > 200) cells.wrong(Field.PETITIONERS, "too-long", null, "200");
        return new Person(
                new PersonId(id),
                PersonRole.COMPLAINANT,
                Sealed.of(key, name),
                first ? sealed(key, cells.text(Field.ID_NUMBER)) : null,
                first ? sealed(key, cells.text(Field.ADDRESS)) : null,
                first ? sealed(key, cells.text(Field.PHONE)) : null,
                first ? sealed(key, cells.text(Field.EMAIL)) : null);
    }

    private static List<String> parts(@Nullable String text, String by) {
        if (text == null) return List.of();
        return java.util.regex.Pattern.compile(by)
                .splitAsStream(text)
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable Sealed sealed(KeyId key, @Nullable String text) {
        return text == null ? null : Sealed.of(key, text);
    }
}
