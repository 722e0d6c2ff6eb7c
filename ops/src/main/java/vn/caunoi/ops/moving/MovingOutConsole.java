package vn.caunoi.ops.moving;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.moving.Envelopes;
import vn.caunoi.api.moving.MovingLog;
import vn.caunoi.api.moving.MovingOut;
import vn.caunoi.api.moving.MovingRefused;
import vn.caunoi.api.moving.ProblemWords;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.ops.server.ConsoleCommand;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.directory.Directory;

/** {@code export petitions FILE FROM TO UNIT AS PASSPHRASE-FILE}: gives petitions out; the file is there only when it is whole. */
@Component
class MovingOutConsole implements ConsoleCommand {

    private static final String BY = "system:console";

    private final MovingOut moving;
    private final MovingLog log;
    private final Directory directory;
    private final ProblemWords words;

    MovingOutConsole(MovingOut moving, MovingLog log, Directory directory, ProblemWords words) {
        this.words = words;
        this.moving = moving;
        this.log = log;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) {
        if (arguments.size() != 7 || !arguments.getFirst().equals("petitions")) {
            out.println("What can be exported: petitions");
            return 2;
        }
        String unit = arguments.get(4);
        if (!unit.isEmpty() && directory.unit(new UnitId(unit)).isEmpty()) {
            out.println("There is no unit " + unit + ".");
            return 1;
        }
        String as = arguments.get(5);
        Optional<Visibility> sight = sight(as);
        if (sight.isEmpty()) {
            out.println("There is no officer " + as + ".");
            return 1;
        }
        var wish = new MovingOut.Wish(
                LocalDate.parse(arguments.get(2)),
                LocalDate.parse(arguments.get(3)),
                unit.isEmpty() ? null : new UnitId(unit));
        Path file = Path.of(arguments.get(1));
        try {
            MovingOut.Secrets secrets = secrets(file, as, arguments.get(6));
            return write(file, wish, sight.get(), as.isEmpty() ? BY : as, secrets, out);
        } catch (MovingRefused refused) {
            out.println(words.of(refused, Locale.ENGLISH));
            return 1;
        }
    }

    /** Only of an account's own denunciations, and only as CSV: a cell of a spreadsheet is too short for some. */
    private MovingOut.@Nullable Secrets secrets(Path file, String as, String passphrase) {
        if (passphrase.isEmpty()) return null;
        if (as.isEmpty()) throw new MovingRefused("envelopes-of-nobody");
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv"))
            throw new MovingRefused("envelopes-as-csv");
        return new MovingOut.Secrets(
                Envelopes.in(Path.of(passphrase)),
                directory.actorOf(new OfficerId(as)).orElseThrow());
    }

    /** Who types commands here sees every unit, and no name in a confidential petition. */
    private Optional<Visibility> sight(String as) {
        if (as.isEmpty()) return Optional.of(new Visibility(true, Set.of(), false));
        return directory.actorOf(new OfficerId(as)).map(Visibility::of);
    }

    private int write(
            Path file,
            MovingOut.Wish wish,
            Visibility sight,
            String by,
            MovingOut.@Nullable Secrets secrets,
            PrintWriter out) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        long begun = System.nanoTime();
        String id = log.begin(by, MovingLog.What.OUT, String.valueOf(file.getFileName()), "caunoi");
        try {
            long written;
            try (OutputStream to = Files.newOutputStream(part);
                    SheetOut sheet = SheetOut.to(to, String.valueOf(file.getFileName()))) {
                written = moving.write(wish, sight, new OfficerId(by), secrets, sheet, told(out));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            log.end(id, written, written, 0, 0);
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf("%d petitions in %.1f s: %s%n", written, seconds, file);
            return 0;
        } catch (IOException cannot) {
            out.println("The file cannot be written: " + cannot.getMessage());
            return 1;
        } finally {
            remove(part);
        }
    }

    private static LongConsumer told(PrintWriter out) {
        return written -> {
            out.println("\r%,d petitions".formatted(written));
            if (out.checkError()) throw new CancellationException("nobody listens any more");
        };
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
