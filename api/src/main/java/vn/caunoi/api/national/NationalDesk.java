package vn.caunoi.api.national;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.moving.Answers;
import vn.caunoi.api.moving.CaseLine;
import vn.caunoi.api.moving.LineProblem;
import vn.caunoi.api.moving.MovingLog;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.problem.ProblemKind;
import vn.caunoi.api.problem.Stopped;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.sheet.SheetOut;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.ledger.AtOnce;
import vn.caunoi.core.petition.NationalCommand.SendToNationalDatabase;
import vn.caunoi.core.petition.NationalCommand.TakeNationalAnswer;
import vn.caunoi.core.petition.PetitionCommand;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.national.National;
import vn.caunoi.projections.national.NationalState;

/** Sends petitions to the national database and takes down what it answers. */
@Component
public class NationalDesk {

    /** Of one batch; the rest goes with the next. */
    public static final int MOST = 2_000;

    private static final int AT_ONCE = 200;
    private static final int PAGE = 200;

    private final National national;
    private final CaseFiles files;
    private final NationalColumns columns;
    private final NationalConnector connector;
    private final AtOnce atOnce;
    private final Casework casework;
    private final ReadingLog readings;
    private final MovingLog log;
    private final Clock clock;

    NationalDesk(
            National national,
            CaseFiles files,
            NationalColumns columns,
            NationalConnector connector,
            AtOnce atOnce,
            Casework casework,
            ReadingLog readings,
            MovingLog log,
            Clock clock) {
        this.national = national;
        this.files = files;
        this.columns = columns;
        this.connector = connector;
        this.atOnce = atOnce;
        this.casework = casework;
        this.readings = readings;
        this.log = log;
        this.clock = clock;
    }

    /** @param batch null when there was nothing to send */
    public record Sent(@Nullable String batch, int petitions, int answered) {}

    /** @param already the same was known; {@code problems} of lines that were left out */
    public record Taken(int taken, int already, List<LineProblem> problems) {}

    /** What was not sent yet, or was refused, of what the filter finds; at most {@link #MOST}, the newest first. */
    public Sent send(National.Filter filter, Actor by) {
        mayWork(by);
        Visibility sight = Visibility.of(by);
        List<National.Entry> chosen = new ArrayList<>(open(filter, NationalState.REFUSED, sight, MOST));
        if (filter.state() != NationalState.REFUSED)
            chosen.addAll(open(filter, NationalState.NOT_SENT, sight, MOST - chosen.size()));
        if (chosen.isEmpty()) return new Sent(null, 0, 0);
        String batch = DueDate.dayOf(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        String noted = log.begin(by.id().value(), MovingLog.What.NATIONAL_OUT, batch, connector.name());
        NationalConnector.Handed handed = hand(batch, chosen, by, sight);
        record(
                chosen.stream()
                        .map(one -> new SendToNationalDatabase(one.petition(), connector.name(), batch, by))
                        .toList(),
                by);
        int answered = 0;
        for (NationalConnector.Answer answer : handed.answers()) answered += taken(answer, sight, by);
        log.end(noted, chosen.size(), chosen.size(), 0, 0);
        casework.settled(chosen.getLast().petition());
        return new Sent(batch, chosen.size(), answered);
    }

    private List<National.Entry> open(National.Filter filter, NationalState state, Visibility sight, int most) {
        List<National.Entry> found = new ArrayList<>();
        var wanted = new National.Filter(state, filter.unit(), filter.kind(), filter.from(), filter.to());
        String cursor = null;
        do {
            var page = national.list(wanted, sight, cursor, PAGE);
            page.items().stream().limit(most - found.size()).forEach(found::add);
            cursor = page.next();
        } while (cursor != null && found.size() < most);
        return found;
    }

    private NationalConnector.Handed hand(String batch, List<National.Entry> chosen, Actor by, Visibility sight) {
        readings.noteFirst(chosen.stream().map(National.Entry::petition).toList(), by.id(), Reading.What.EXPORT);
        List<NationalConnector.Line> lines = new ArrayList<>();
        for (National.Entry one : chosen) {
            CaseFile file = files.byId(one.petition(), sight).orElseThrow(NotFound::new);
            lines.add(new NationalConnector.Line(one.code(), columns.line(CaseLine.cells(file), one.number())));
        }
        try {
            return connector.hand(new NationalConnector.Batch(batch, columns.headings(), lines));
        } catch (IOException notHanded) {
            throw new Stopped(ProblemKind.UNAVAILABLE);
        }
    }

    /** What was sent with a batch, as it stands now; as often as wanted. */
    public void write(String batch, Actor by, SheetOut to) throws IOException {
        mayWork(by);
        Visibility sight = Visibility.of(by);
        List<National.Entry> sent = national.ofBatch(batch, sight);
        if (sent.isEmpty()) throw new NotFound();
        readings.noteFirst(sent.stream().map(National.Entry::petition).toList(), by.id(), Reading.What.EXPORT);
        to.line(columns.headings());
        for (National.Entry one : sent) {
            var file = files.byId(one.petition(), sight);
            if (file.isPresent()) to.line(columns.line(CaseLine.cells(file.get()), one.number()));
        }
    }

    /** The file the national database gave back: a number for each petition, or why it was refused. */
    public Taken take(Path file, String name, Actor by) {
        mayWork(by);
        String noted = log.begin(by.id().value(), MovingLog.What.NATIONAL_IN, name, connector.name());
        AnswerFile of = new AnswerFile(by);
        NationalColumns.Answer heads = columns.answer();
        Answers.read(
                file,
                List.of(heads.code(), heads.number(), heads.refused(), heads.answeredOn()),
                row -> of.take(row, heads));
        record(of.orders, by);
        if (!of.orders.isEmpty()) casework.settled(of.orders.getLast().petition());
        log.end(
                noted,
                of.orders.size() + of.already + of.problems.size(),
                of.orders.size(),
                of.already,
                of.problems.size());
        return new Taken(of.orders.size(), of.already, of.problems);
    }

    private int taken(NationalConnector.Answer answer, Visibility sight, Actor by) {
        if (answer.number() == null && answer.refused() == null) return 0;
        return national.byCode(answer.code(), sight)
                .map(entry -> {
                    record(
                            List.of(new TakeNationalAnswer(
                                    entry.petition(), answer.number(), answer.refused(), answer.answeredOn(), by)),
                            by);
                    return 1;
                })
                .orElse(0);
    }

    private void record(List<? extends PetitionCommand> orders, Actor by) {
        for (int from = 0; from < orders.size(); from += AT_ONCE)
            atOnce.send(
                    orders.subList(from, Math.min(orders.size(), from + AT_ONCE)),
                    by.id().value());
    }

    private static void mayWork(Actor by) {
        boolean works = by.is(Role.CLERK) || by.is(Role.OFFICER) || by.is(Role.HEAD);
        if (!works) throw Refusal.because(Reason.NOT_ALLOWED);
    }

    /** One answer file, on its way. */
    private final class AnswerFile {
        private final Actor by;
        private final Visibility sight;
        private final List<TakeNationalAnswer> orders = new ArrayList<>();
        private final List<LineProblem> problems = new ArrayList<>();
        private int already;

        AnswerFile(Actor by) {
            this.by = by;
            this.sight = Visibility.of(by);
        }

        void take(Answers.Row row, NationalColumns.Answer heads) {
            Map<String, String> cells = row.cells();
            String code = cells.getOrDefault(heads.code(), "");
            String number = blankToNull(cells.get(heads.number()));
            String refused = blankToNull(cells.get(heads.refused()));
            if ((number == null) == (refused == null)) {
                wrong(row, code, heads.number(), number, "number-or-reason");
                return;
            }
            if (number != null && number.length() > 100) {
                wrong(row, code, heads.number(), number, "too-long", "100");
                return;
            }
            LocalDate day;
            try {
                day = columns.answered(cells.get(heads.answeredOn()));
            } catch (DateTimeException none) {
                wrong(row, code, heads.answeredOn(), cells.get(heads.answeredOn()), "no-date", "dd/MM/yyyy");
                return;
            }
            if (day != null && day.isAfter(DueDate.dayOf(clock.instant()))) {
                wrong(row, code, heads.answeredOn(), cells.get(heads.answeredOn()), "in-the-future");
                return;
            }
            National.Entry entry =
                    code.length() > 40 ? null : national.byCode(code, sight).orElse(null);
            if (entry == null) wrong(row, code, heads.code(), code, "no-petition");
            else if (entry.state() == NationalState.NOT_SENT) wrong(row, code, heads.code(), code, "not-sent");
            else if (isKnown(entry, number, refused)) already++;
            else orders.add(new TakeNationalAnswer(entry.petition(), number, refused, day, by));
        }

        private static boolean isKnown(National.Entry entry, @Nullable String number, @Nullable String refused) {
            if (number != null) return entry.state() == NationalState.TAKEN && number.equals(entry.number());
            return entry.state() == NationalState.REFUSED
                    && (entry.reason() == null || Objects.equals(refused, entry.reason()));
        }

        private void wrong(
                Answers.Row row,
                String code,
                String column,
                @Nullable String value,
                String problem,
                String... details) {
            String shown = value == null || value.length() <= 60 ? value : value.substring(0, 60) + "…";
            problems.add(new LineProblem(row.line(), code, column, shown, problem, List.of(details)));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
