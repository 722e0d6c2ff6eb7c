package vn.caunoi.api.letter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.core.letter.NumberBookCommand.ContinueBook;
import vn.caunoi.core.letter.NumberBookId;
import vn.caunoi.core.letter.SetHeading;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.letter.Letters;

/** The book and the heading of a unit's letters. */
@Component
public class BookDesk {

    /** No book of a year comes near it; beyond the greatest number the next ones would begin below zero. */
    private static final int LAST = 9_999_999;

    private static final int CENTURY = 100;
    private static final int ROWS = 500;
    private static final int SHORT = 40;
    private static final int LINE = 200;

    /** A heading, nothing checked yet. */
    public record GivenHeading(
            @Nullable String superior,
            @Nullable String name,
            @Nullable String symbol,
            @Nullable String place,
            @Nullable String body,
            @Nullable String headTitle) {}

    private final Letters letters;
    private final Headings headings;
    private final Directory directory;
    private final Commands commands;
    private final Sheets sheets;

    BookDesk(Letters letters, Headings headings, Directory directory, Commands commands, Sheets sheets) {
        this.letters = letters;
        this.headings = headings;
        this.directory = directory;
        this.commands = commands;
        this.sheets = sheets;
    }

    public List<Letters.Numbered> book(String unit, @Nullable String year, @Nullable String after, Actor actor) {
        Visibility sight = Visibility.of(actor);
        UnitId of = unit(unit);
        if (!sight.sees(of)) throw new NotFound();
        return letters.book(of, number(year, sheets.today().getYear()), sight, number(after, 0), ROWS);
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        if (!text.strip().matches("\\d{1,7}")) throw Input.refusal("year", "malformed", "is not a number");
        return Integer.parseInt(text.strip());
    }

    public void go(String unit, @Nullable Integer year, @Nullable Integer next, Actor by) {
        Input input = new Input();
        Integer from = input.present("next", next);
        boolean strange = from != null && (from < 1 || from > LAST);
        if (strange) input.wrong("next", "out-of-bounds", "is between 1 and " + LAST);
        int now = sheets.today().getYear();
        int in = Objects.requireNonNullElse(year, now);
        if (in < now - CENTURY || in > now + 1) input.wrong("year", "out-of-bounds", "is too far from this year");
        input.mustBeValid();
        UnitId of = unit(unit);
        commands.send(
                new ContinueBook(NumberBookId.of(of, in), of, in, Objects.requireNonNull(from), by),
                by.id().value());
    }

    public Heading heading(String unit, Actor actor) {
        UnitId of = unit(unit);
        if (!actor.covers(of) && !Visibility.of(actor).sees(of)) throw new NotFound();
        return headings.of(of);
    }

    public void head(String unit, GivenHeading given, Actor by) {
        UnitId of = unit(unit);
        Input input = new Input();
        Heading heading = new Heading(
                input.optional("superior", given.superior(), LINE),
                input.required("name", given.name(), LINE),
                input.required("symbol", given.symbol(), SHORT),
                input.required("place", given.place(), LINE),
                input.optional("body", given.body(), LINE),
                input.required("headTitle", given.headTitle(), LINE));
        input.mustBeValid();
        commands.send(SetHeading.of(of, heading, by), by.id().value());
    }

    private UnitId unit(String id) {
        if (id.isBlank() || id.indexOf('\0') >= 0) throw new NotFound();
        UnitId unit = new UnitId(id);
        if (directory.unit(unit).isEmpty()) throw new NotFound();
        return unit;
    }
}
