package vn.caunoi.api.textblock;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.textblock.TextBlockRows.Keeper;
import vn.caunoi.api.textblock.TextBlockRows.Kept;
import vn.caunoi.api.textblock.TextBlockRows.Row;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.directory.Directory;

/**
 * Keeps texts by name. What a head or an administrator keeps for their unit is offered to its people and to those of all
 * units below it; the rest to who wrote it.
 */
@Component
public class TextBlockDesk {

    public static final int LONGEST_NAME = 80;
    /** A page of paragraphs: what is longer is a form of a letter. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int MOST = 100;

    /**
     * Nothing checked yet.
     *
     * @param shared for the unit; told once, when it is kept first
     * @param version the one that was seen; null for a new one
     */
    public record Given(
            @Nullable String name,
            @Nullable String text,
            boolean shared,
            @Nullable Integer version) {}

    private final TextBlockRows rows;
    private final Directory directory;
    private final Clock clock;

    TextBlockDesk(TextBlockRows rows, Directory directory, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether somebody keeps texts at all. */
    public static boolean mayKeep(Actor by) {
        return by.is(Role.CLERK) || by.is(Role.OFFICER) || mayShare(by);
    }

    /** Whether somebody keeps texts for the whole unit. */
    public static boolean mayShare(Actor by) {
        return by.is(Role.HEAD) || by.is(Role.ADMIN);
    }

    /** The reader's own first, each by name. */
    public List<TextBlock> of(Actor reader) {
        return rows.of(reader.id(), above(reader)).stream()
                .map(row -> shown(row, reader))
                .sorted(Comparator.comparing((TextBlock one) -> one.unit() != null)
                        .thenComparing(TextBlock::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(TextBlock::id))
                .toList();
    }

    public TextBlock find(String id, Actor reader) {
        return shown(row(id, reader), reader);
    }

    public TextBlock keep(Given given, Actor by) {
        if (given.shared() && !mayShare(by)) throw Refusal.because(Reason.NOT_ALLOWED);
        Keeper keeper = given.shared() ? Keeper.of(by.unit()) : Keeper.of(by.id());
        Kept kept = checked(given, keeper, null);
        String id = UUID.randomUUID().toString();
        if (!rows.insert(id, keeper, kept, by.id(), clock.instant())) throw Refusal.because(Reason.DATA_ERASED);
        return find(id, by);
    }

    public TextBlock change(String id, Given given, Actor by) {
        Row seen = changeable(id, by);
        Kept kept = checked(given, seen.keeper(), id);
        Integer version = given.version();
        if (version == null) throw Input.refusal("version", "required", "must be given");
        boolean changed = version == seen.version() && rows.change(seen, kept, by.id(), clock.instant());
        if (!changed) throw Refusal.because(Reason.TEXT_BLOCK_CHANGED);
        return find(id, by);
    }

    public void delete(String id, Actor by) {
        rows.delete(changeable(id, by).id());
    }

    private Row changeable(String id, Actor by) {
        Row row = row(id, by);
        if (!mayChange(row, by)) throw Refusal.because(Reason.NOT_ALLOWED);
        return row;
    }

    private Row row(String id, Actor reader) {
        return rows.find(id).filter(row -> reads(row, reader)).orElseThrow(NotFound::new);
    }

    private boolean reads(Row row, Actor reader) {
        return mayChange(row, reader)
                || row.keeper().unit() != null
                        && above(reader).contains(new UnitId(row.keeper().unit()));
    }

    private static boolean mayChange(Row row, Actor by) {
        String unit = row.keeper().unit();
        return unit == null
                ? by.id().value().equals(row.keeper().owner())
                : mayShare(by) && by.covers(new UnitId(unit));
    }

    /** The unit of the reader and all above it. */
    private List<UnitId> above(Actor reader) {
        return directory.path(reader.unit()).stream().map(Directory.Unit::id).toList();
    }

    /** Lines end as in a form, whatever sent them. A name stands once with each keeper. */
    private Kept checked(Given given, Keeper keeper, @Nullable String changed) {
        String lines = given.text() == null ? null : given.text().replace("\r\n", "\n");
        Input input = new Input();
        String name = input.required("name", given.name(), LONGEST_NAME);
        String text = input.required("text", lines, LONGEST_TEXT);
        List<Row> others = rows.ofKeeper(keeper).stream()
                .filter(row -> !row.id().equals(changed))
                .toList();
        if (others.stream().anyMatch(row -> row.kept().name().equalsIgnoreCase(name)))
            input.wrong("name", "name-taken", "is the name of another one");
        if (changed == null && others.size() >= MOST) input.wrong("name", "too-many", "at most " + MOST + " are kept");
        input.mustBeValid();
        return new Kept(name, text);
    }

    private static TextBlock shown(Row row, Actor reader) {
        String unit = row.keeper().unit();
        return new TextBlock(
                row.id(),
                row.kept().name(),
                row.kept().text(),
                unit == null ? null : new UnitId(unit),
                row.version(),
                row.by(),
                row.at(),
                mayChange(row, reader));
    }
}
