package vn.caunoi.api.designer;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.caunoi.api.letter.FormsInForce;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.letter.PublishForm;
import vn.caunoi.core.table.PublishTable;
import vn.caunoi.core.timekeeping.TimeChange;
import vn.caunoi.core.timekeeping.Timekeeper;
import vn.caunoi.core.timekeeping.TimekeepingCommand;
import vn.caunoi.core.timekeeping.TimekeepingCommand.ConfirmChange;
import vn.caunoi.core.timekeeping.TimekeepingCommand.ProposeChange;
import vn.caunoi.processes.studio.ModelCheck;
import vn.caunoi.processes.studio.Problem;
import vn.caunoi.processes.studio.Publishing;
import vn.caunoi.processes.studio.Publishing.Terms;
import vn.caunoi.processes.studio.RuleBook.Amended;
import vn.caunoi.processes.studio.Sentence;
import vn.caunoi.processes.studio.TableBook;
import vn.caunoi.processes.studio.TableProblem;

/** A diagram and all that comes with it, published together or not at all. */
@Component
class Packages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Publishing publishing;
    private final ModelCheck check;
    private final Parts parts;
    private final TableBook tables;
    private final Commands commands;
    private final Timekeeper time;
    private final FormsInForce forms;
    private final Progress progress;
    private final Clock clock;
    private final TransactionTemplate together;

    Packages(
            Publishing publishing,
            ModelCheck check,
            Parts parts,
            TableBook tables,
            Commands commands,
            Timekeeper time,
            FormsInForce forms,
            Progress progress,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.publishing = publishing;
        this.check = check;
        this.parts = parts;
        this.tables = tables;
        this.commands = commands;
        this.time = time;
        this.forms = forms;
        this.progress = progress;
        this.clock = clock;
        this.together = new TransactionTemplate(transactions);
    }

    /** What it would change beside the diagram. */
    Parts.Plan plan(Map<String, String> with, Terms terms) {
        LocalDate today = DueDate.dayOf(clock.instant());
        return parts.plan(with, beginning(terms), today, !terms.units().isEmpty());
    }

    /** What was proposed for a day that has passed by now begins today. */
    private LocalDate beginning(Terms terms) {
        LocalDate today = DueDate.dayOf(clock.instant());
        LocalDate wanted = terms.from() == null ? today : DueDate.dayOf(terms.from());
        return wanted.isBefore(today) ? today : wanted;
    }

    /** All that is found in the diagram and in what comes with it. */
    List<Problem> problems(byte[] xml, Map<String, String> with, Terms terms) {
        List<Problem> problems = new ArrayList<>(check.check(xml, with.get(Parts.DEADLINES)));
        problems.addAll(plan(with, terms).problems());
        with.forEach((name, content) -> problems.addAll(table(name, content)));
        return problems;
    }

    /** What is wrong with a table that comes with it; nothing for what is none. */
    private List<Problem> table(String name, String content) {
        String table = name.replace(".dmn", "");
        if (!name.endsWith(".dmn") || !TableBook.NAMES.contains(table)) return List.of();
        List<TableProblem> all = new ArrayList<>(tables.check(table, content.getBytes(StandardCharsets.UTF_8)));
        all.addAll(parts.tableProblems(name, content));
        return all.stream()
                .map(found -> new Problem(
                        found.isError() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                        name,
                        "part",
                        found.row() == null ? found.said() : Sentence.PART_ROW.around(found.said(), found.row()),
                        null))
                .toList();
    }

    Publishing.Outcome publish(byte[] xml, Map<String, String> with, Terms terms, Actor by) {
        forget();
        List<Problem> problems = problems(xml, with, terms);
        if (problems.stream().anyMatch(Problem::isError)) return new Publishing.Refused(problems);
        Parts.Plan plan = plan(with, terms);
        Publishing.Outcome done = Objects.requireNonNull(together.execute(status -> inOne(xml, with, plan, terms, by)));
        settle(plan, by);
        return done;
    }

    /** Whoever published sees what it has changed. */
    private void settle(Parts.Plan plan, Actor by) {
        if (!plan.limits().isEmpty()) progress.awaitSettled(TimekeepingCommand.STREAM, PATIENCE);
        plan.letters().forEach(one -> progress.awaitSettled(PublishForm.of(one.now(), by).stream(), PATIENCE));
        forget();
    }

    private void forget() {
        time.forget();
        forms.forget();
        tables.forget();
    }

    private Publishing.Outcome inOne(byte[] xml, Map<String, String> with, Parts.Plan plan, Terms terms, Actor by) {
        Map<String, String> recorded = parts.recorded(xml, with, plan);
        Terms whole = new Terms(terms.note(), terms.proposedBy(), terms.from(), terms.units(), recorded);
        Publishing.Outcome done = publishing.publish(xml, whole, by.id().value());
        if (done instanceof Publishing.Published) apply(plan, terms, by);
        return done;
    }

    private void apply(Parts.Plan plan, Terms terms, Actor by) {
        String reason = Objects.requireNonNullElse(terms.note(), "");
        String account = by.id().value();
        int after = time.time().changes().size();
        for (Amended one : plan.limits()) {
            TimeChange change = new TimeChange(0, List.of(), one.now(), false, false, reason);
            Integer number = commands.send(new ProposeChange(change, by), account);
            commands.send(new ConfirmChange(Objects.requireNonNull(number), after++, by), account);
        }
        plan.letters().forEach(one -> commands.send(PublishForm.of(one.now(), by), account));
        LocalDate from = beginning(terms);
        plan.tables()
                .forEach(one -> commands.send(PublishTable.of(TableParts.edition(one, from, reason), by), account));
    }
}
