package vn.caunoi.api.moving;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.moving.LineReading.Line;
import vn.caunoi.api.officer.AccusedDesk;
import vn.caunoi.core.deadline.Circumstance;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.deadline.NoRuleFits;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.deadline.Rules;
import vn.caunoi.core.ledger.AtOnce;
import vn.caunoi.core.ledger.Streams;
import vn.caunoi.core.petition.Basis;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.DeadlineCommand.SetDeadline;
import vn.caunoi.core.petition.IntakeCommand.TakeOver;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Origin;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.Stand;
import vn.caunoi.projections.directory.Directory;

/**
 * Takes the petitions of a former register over from a file, many in one transaction. Good lines are taken, wrong ones told
 * and left out; a line that was taken is recognised, so that a run may be broken off and begun again at any time.
 */
@Component
public class MovingIn {

    private static final int AT_ONCE = 200;

    private final AtOnce atOnce;
    private final Streams streams;
    private final Rules rules;
    private final Directory directory;
    private final AccusedDesk accused;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MovingIn(AtOnce atOnce, Streams streams, Rules rules, Directory directory, AccusedDesk accused, Clock clock) {
        this.atOnce = atOnce;
        this.streams = streams;
        this.rules = rules;
        this.directory = directory;
        this.accused = accused;
        this.clock = clock;
    }

    /**
     * @param fromLine lines before it are passed over
     * @param envelopes by which denunciations of another house are opened; null leaves them out
     */
    public record Wish(
            boolean dryRun, long fromLine, @Nullable Envelopes envelopes) {
        public Wish(boolean dryRun, long fromLine) {
            this(dryRun, fromLine, null);
        }
    }

    /**
     * How far a run is.
     *
     * @param lines of the file, without its header and empty ones
     * @param done of them
     * @param taken those that became petitions, or would in a dry run; {@code open} of them
     * @param already here since a run before
     * @param repeated further lines of a case of this file
     * @param wrong left out
     */
    public record Count(long lines, long done, long taken, long open, long already, long repeated, long wrong) {}

    /** Told of what is wrong as it is found, and of the progress; may throw to end the run between two transactions. */
    public interface Watcher {
        void wrong(LineProblem problem);

        void at(Count count);
    }

    /** @throws MovingRefused when the file cannot be read to its end; nothing was taken then */
    public Count run(Path file, Mapping mapping, Wish wish, Watcher watcher) {
        long lines = lines(file, mapping);
        try (SheetFile sheet = SheetFile.open(file, mapping)) {
            LineReading reading = new LineReading(
                    mapping,
                    sheet.header(),
                    wish.envelopes(),
                    new Known(directory),
                    accused::settling,
                    () -> PetitionCode.random(random),
                    clock);
            return new Run(wish, watcher, lines, mapping.repeats()).of(sheet, reading);
        }
    }

    /** The whole file is read once before anything of it is taken. */
    private static long lines(Path file, Mapping mapping) {
        try (SheetFile sheet = SheetFile.open(file, mapping)) {
            long lines = 0;
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) if (!row.isBlank()) lines++;
            return lines;
        }
    }

    /** One file on its way. */
    private final class Run {
        private final Wish wish;
        private final Watcher watcher;
        private final long lines;
        private final boolean repeats;
        private final Map<PetitionId, Long> seen = new HashMap<>();
        private final List<Line> waiting = new ArrayList<>();
        private long done;
        private long taken;
        private long open;
        private long already;
        private long repeated;
        private long wrong;

        Run(Wish wish, Watcher watcher, long lines, boolean repeats) {
            this.wish = wish;
            this.watcher = watcher;
            this.lines = lines;
            this.repeats = repeats;
        }

        Count of(SheetFile sheet, LineReading reading) {
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                if (row.isBlank()) continue;
                done++;
                if (row.line() >= wish.fromLine()) take(reading.read(row));
                if (waiting.size() == AT_ONCE) send();
            }
            send();
            return count();
        }

        private void take(Line line) {
            Long before = seen.get(line.petition());
            if (before != null && repeats) {
                repeated++;
                return;
            }
            if (before != null) tell(problem(line, "same-number", String.valueOf(before)));
            else if (line.order() == null) line.problems().forEach(watcher::wrong);
            else waiting.add(line);
            if (before != null || line.order() == null) wrong++;
            seen.putIfAbsent(line.petition(), line.line());
        }

        private void tell(LineProblem problem) {
            watcher.wrong(problem);
        }

        private void send() {
            Set<String> begun = streams.begun(
                    waiting.stream().map(line -> line.petition().value()).toList());
            List<Line> fresh = waiting.stream()
                    .filter(line -> !begun.contains(line.petition().value()))
                    .toList();
            already += waiting.size() - fresh.size();
            waiting.clear();
            if (wish.dryRun()) fresh.forEach(this::counted);
            else if (!fresh.isEmpty()) send(fresh);
            watcher.at(count());
        }

        private void send(List<Line> fresh) {
            try {
                atOnce.send(
                        fresh.stream().flatMap(line -> orders(line).stream()).toList(), Origin.IMPORTER);
                fresh.forEach(this::counted);
            } catch (RuntimeException one) {
                // each by itself, so that the one that cannot be taken is told and keeps no other out
                fresh.forEach(this::alone);
            }
        }

        private void alone(Line line) {
            try {
                atOnce.send(orders(line), Origin.IMPORTER);
                counted(line);
            } catch (Refusal refusal) {
                wrong++;
                tell(problem(line, "refused", refusal.reason().name()));
            }
        }

        private void counted(Line line) {
            taken++;
            if (line.order() != null && line.order().reached().stand() != Stand.CLOSED) open++;
        }

        private Count count() {
            return new Count(lines, done, taken, open, already, repeated, wrong);
        }
    }

    private static LineProblem problem(Line line, String code, String detail) {
        return new LineProblem(line.line(), line.number(), Field.NUMBER.word(), line.number(), code, List.of(detail));
    }

    private List<PetitionCommand> orders(Line line) {
        TakeOver order = line.order();
        if (order == null) return List.of();
        Kind kind = order.content().kind();
        LocalDate accepted = order.reached().acceptedOn();
        boolean takenOn = order.reached().stand() == Stand.ACCEPTED && order.due() == null;
        if (kind == null || accepted == null || !takenOn) return List.of(order);
        boolean answering = kind == Kind.PROPOSAL || kind == Kind.FEEDBACK;
        return answering ? List.of(order, answer(order, kind, accepted)) : List.of(order);
    }

    /** The process of an answer that was taken on sets its limit when it is taken on, which was elsewhere. */
    private SetDeadline answer(TakeOver order, Kind kind, LocalDate accepted) {
        boolean portal = order.content().channel() == Channel.PORTAL;
        LocalDate from = portal ? DueDate.dayOf(order.content().receivedAt()) : accepted;
        Set<Circumstance> circumstances = portal ? Set.of(Circumstance.GOVERNMENT_PORTAL) : Set.of();
        Basis basis = portal ? Basis.RECEIVED : Basis.ACCEPTED;
        var then = new RuleQuestion(kind.name(), "answer", circumstances, from);
        var now = new RuleQuestion(kind.name(), "answer", circumstances, DueDate.dayOf(clock.instant()));
        try {
            return new SetDeadline(order.petition(), "answer", basis, rules.ruleFor(then));
        } catch (NoRuleFits noneYet) {
            return new SetDeadline(order.petition(), "answer", basis, rules.ruleFor(now));
        }
    }
}
