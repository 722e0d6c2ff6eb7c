package vn.caunoi.api.dossier;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileDays;
import vn.caunoi.api.file.FileDesk;
import vn.caunoi.api.letter.LetterLook;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.dossier.DossierCommand;
import vn.caunoi.core.dossier.DossierCommand.*;
import vn.caunoi.core.dossier.Fate;
import vn.caunoi.core.dossier.Retention;
import vn.caunoi.core.dossier.RetentionRules;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.projections.Page;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.dossier.Dossiers;
import vn.caunoi.projections.dossier.Dossiers.Dossier;
import vn.caunoi.projections.letter.Letter;

/** The dossiers of closed cases: what is in them, how long they are kept, where they lie and what is decided about them. */
@Component
public class DossierDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LINE = 200;
    private static final int LONG = 2_000;
    private static final int CENTURY = 100;

    /**
     * A dossier as somebody looks at it.
     *
     * @param time row of the storage times it is kept by
     * @param keptUntil last day it is kept; null for good
     * @param due whether that day has passed and nothing is decided
     * @param index null for whoever may not read the documents
     */
    @Schema(name = "DossierDetail")
    public record Looked(
            Dossier dossier,
            Retention time,
            @Nullable LocalDate keptUntil,
            boolean due,
            @Nullable DossierIndex index) {}

    /** One of a list. */
    @Schema(name = "DossierLine")
    public record Line(
            Dossier dossier, Retention time, @Nullable LocalDate keptUntil) {}

    private final Dossiers dossiers;
    private final RetentionRules times;
    private final VisibleCases cases;
    private final FileDesk files;
    private final FileDays days;
    private final LetterLook letters;
    private final Directory directory;
    private final Commands commands;
    private final Progress progress;
    private final Clock clock;

    DossierDesk(
            Dossiers dossiers,
            RetentionRules times,
            VisibleCases cases,
            FileDesk files,
            FileDays days,
            LetterLook letters,
            Directory directory,
            Commands commands,
            Progress progress,
            Clock clock) {
        this.dossiers = dossiers;
        this.times = times;
        this.cases = cases;
        this.files = files;
        this.days = days;
        this.letters = letters;
        this.directory = directory;
        this.commands = commands;
        this.progress = progress;
        this.clock = clock;
    }

    public LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }

    public Page<Line> list(Dossiers.Which which, Actor actor, @Nullable String cursor, int limit) {
        Page<Dossier> page = dossiers.list(which, times.rows(), today(), Visibility.of(actor), cursor, limit);
        return new Page<>(page.items().stream().map(this::line).toList(), page.next());
    }

    private Line line(Dossier one) {
        Retention time = times.of(one.ground(), one.closedOn());
        return new Line(one, time, one.keptUntil(time));
    }

    /** @throws NotFound while the case is open, or for whoever may not see it */
    public Looked look(String petition, Actor actor) {
        CaseFile file = cases.find(petition, actor);
        Dossier dossier = dossier(file, actor);
        Line line = line(dossier);
        boolean due = line.keptUntil() != null && today().isAfter(line.keptUntil()) && !dossier.isGone();
        return new Looked(
                dossier, line.time(), line.keptUntil(), due, mayRead(file, actor) ? index(file, actor) : null);
    }

    private Dossier dossier(CaseFile file, Actor actor) {
        return dossiers.find(file.id(), Visibility.of(actor)).orElseThrow(NotFound::new);
    }

    private static boolean mayRead(CaseFile file, Actor actor) {
        return LetterLook.mayRead(file, actor);
    }

    private DossierIndex index(CaseFile file, Actor actor) {
        Map<String, String> numbers = new HashMap<>();
        for (Letter letter : letters.of(file, actor)) {
            String number = letter.number();
            if (number == null) continue;
            if (letter.file() != null) numbers.put(letter.file(), number);
            if (letter.scan() != null) numbers.put(letter.scan(), number);
        }
        Map<String, Instant> days = this.days.of(file.id());
        List<DossierIndex.Entry> entries = new ArrayList<>();
        int page = 0;
        for (FileDesk.Uploaded one : files.of(file, actor)) {
            int pages =
                    one.type().equals("application/pdf") ? PageCount.of(one.type(), files.whole(one.id(), actor)) : 1;
            entries.add(new DossierIndex.Entry(
                    entries.size() + 1,
                    one.id(),
                    one.name(),
                    numbers.get(one.id()),
                    days.containsKey(one.id()) ? DueDate.dayOf(days.get(one.id())) : null,
                    one.type(),
                    one.size(),
                    one.sha256(),
                    pages,
                    page + 1,
                    page + pages,
                    PageCount.isCounted(one.type())));
            page += pages;
        }
        return new DossierIndex(entries, page);
    }

    /** Cover and index on paper. */
    public byte[] pdf(String petition, Actor actor) {
        return DossierPdf.of(readable(petition, actor), cover(petition, actor), today());
    }

    /** A cover lies open on a shelf: of a denunciation it tells the code only. */
    private DossierPdf.Cover cover(String petition, Actor actor) {
        CaseFile file = cases.find(petition, actor);
        boolean secret = file.kind() == Kind.DENUNCIATION || file.confidential();
        return new DossierPdf.Cover(
                directory
                        .unit(file.unit())
                        .map(Directory.Unit::name)
                        .orElse(file.unit().value()),
                secret ? null : file.kind(),
                secret ? null : file.subject(),
                DueDate.dayOf(file.receivedAt()));
    }

    /** The whole dossier as one archive: cover and index, every document, and the list of their hashes. */
    public void zip(String petition, Actor actor, OutputStream to) throws IOException {
        Looked looked = readable(petition, actor);
        byte[] cover = DossierPdf.of(looked, cover(petition, actor), today());
        DossierZip.write(looked, cover, entry -> files.whole(entry.file(), actor), to);
    }

    /** @throws NotFound for whoever may not read the documents */
    public Looked readable(String petition, Actor actor) {
        Looked looked = look(petition, actor);
        if (looked.index() == null) throw new NotFound();
        return looked;
    }

    /** @param what {@code place, lend, return, keep-for-good} or {@code decide} */
    public void act(String petition, String what, DossierInput given, Actor by) {
        CaseFile file = cases.find(petition, by);
        Dossier dossier = dossier(file, by);
        Input input = new Input();
        DossierCommand order =
                switch (what) {
                    case "place" ->
                        new PlaceDossier(
                                stream(file), file.id(), file.unit(), input.required("place", given.place(), LINE), by);
                    case "lend" -> lend(file, given, input, by);
                    case "return" ->
                        new ReturnDossier(
                                stream(file), file.id(), file.unit(), input.optional("place", given.place(), LINE), by);
                    case "keep-for-good" ->
                        new KeepForGood(
                                stream(file),
                                file.id(),
                                file.unit(),
                                input.required("reason", given.reason(), LONG),
                                by);
                    case "decide" -> decision(file, dossier, given, input, by);
                    default -> throw new NotFound();
                };
        input.mustBeValid();
        commands.send(order, by.id().value());
        progress.awaitSettled(order.stream(), PATIENCE);
    }

    private LendDossier lend(CaseFile file, DossierInput given, Input input, Actor by) {
        LocalDate back = input.present("backBy", given.backBy());
        mustBeNear("backBy", back, input);
        return new LendDossier(
                stream(file),
                file.id(),
                file.unit(),
                input.required("to", given.to(), LINE),
                Objects.requireNonNullElse(back, today()),
                input.required("reason", given.reason(), LONG),
                by);
    }

    private DecideDossier decision(CaseFile file, Dossier dossier, DossierInput given, Input input, Actor by) {
        Fate fate = input.choice("fate", given.fate(), Fate.class);
        if (fate == null && (given.fate() == null || given.fate().isBlank()))
            input.wrong("fate", "required", "must be given");
        String number = input.required("number", given.number(), LINE);
        LocalDate on = input.present("decidedOn", given.decidedOn());
        if (fate == Fate.KEEP_LONGER) input.present("until", given.until());
        mustBeNear("decidedOn", on, input);
        mustBeNear("until", given.until(), input);
        input.mustBeValid();
        Retention time = times.of(dossier.ground(), dossier.closedOn());
        return new DecideDossier(
                stream(file),
                file.id(),
                file.unit(),
                Objects.requireNonNull(fate),
                number,
                Objects.requireNonNull(on),
                time.keptUntil(dossier.closedOn()),
                given.until(),
                by);
    }

    private void mustBeNear(String field, @Nullable LocalDate day, Input input) {
        if (day == null) return;
        boolean strange = day.isBefore(today().minusYears(CENTURY)) || day.isAfter(today().plusYears(CENTURY));
        if (strange) input.wrong(field, "out-of-bounds", "is too far from today");
    }

    private static String stream(CaseFile file) {
        return DossierCommand.stream(file.id());
    }
}
