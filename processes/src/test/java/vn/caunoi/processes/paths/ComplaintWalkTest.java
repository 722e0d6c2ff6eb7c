package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Consequences;
import vn.caunoi.core.petition.CourtResult;
import vn.caunoi.core.petition.EnforcementProgress;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.Standing;
import vn.caunoi.core.petition.TaskEvent.TaskCancelled;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.core.petition.TaskId;
import vn.caunoi.processes.engine.Engine;
import vn.caunoi.processes.engine.state.Token;

/**
 * Random walks from the receipt through the intake, a complaint and what follows its decision: people end any open task in
 * any way, time passes, the court comes and goes, decisions are carried out or settled anew. After each step the case
 * waits for somebody or is closed, engine and record stand in the same place, and nothing is stuck: an incident fails the
 * step that brought it about.
 */
class ComplaintWalkTest extends Paths {

    private static final int CASES = 4;
    private static final int STEPS = 60;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Engine engine;

    @ParameterizedTest
    @ValueSource(longs = {3, 33, 333})
    void a_walk_waits_or_ends_wherever_it_goes(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < CASES; n++) walk(random);
    }

    private void walk(Random random) {
        Channel channel = Channel.values()[random.nextInt(Channel.values().length - 1)];
        PetitionCase petition = program().through(channel).handIn(random.nextInt(3) == 0 ? null : Kind.COMPLAINT);
        if (random.nextInt(4) == 0) petition.beginSecondRoundIfComplaint();
        for (int step = 0; step < STEPS; step++) {
            try {
                if (random.nextInt(100) < 68) work(petition, random);
                else meddle(petition, random);
            } catch (Refusal notNow) {
                assertThat(notNow.reason()).isNotNull();
            }
            mustAgree(petition);
        }
    }

    private static void work(PetitionCase petition, Random random) {
        List<TaskOpened> tasks = List.copyOf(new TreeMap<>(petition.open()).values());
        if (tasks.isEmpty()) {
            follow(petition, random);
            return;
        }
        TaskOpened task = tasks.get(random.nextInt(tasks.size()));
        List<Outcome> outcomes = task.form().outcomes();
        // a complaint goes its way oftener than it ends at once
        Outcome outcome = outcomes.get(random.nextInt(10) < 6 ? 0 : random.nextInt(outcomes.size()));
        petition.done(task.key(), outcome.id(), values(petition, outcome, random));
    }

    /** Nothing is left to do in a diagram. */
    private static void follow(PetitionCase petition, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> petition.sue(random.nextBoolean());
            case 1 -> petition.courtEnds(CourtResult.values()[random.nextInt(4)]);
            case 2 -> petition.order("Trả lại đất", 1 + random.nextInt(20));
            case 3 -> petition.report(1 + random.nextInt(3), EnforcementProgress.values()[random.nextInt(3)]);
            case 4 -> petition.contest(random.nextInt(4) == 0);
            default -> petition.days(1 + random.nextInt(40));
        }
    }

    private static void meddle(PetitionCase petition, Random random) {
        switch (random.nextInt(12)) {
            case 0 -> petition.suspend();
            case 1 -> petition.resume();
            case 2 -> petition.withdraw();
            case 3, 4 -> petition.days(1 + random.nextInt(15));
            case 5, 6 -> petition.sendBackTo(random.nextBoolean() ? "verify" : "draft-resolution");
            case 7 -> petition.reclassifyAs(random.nextBoolean() ? Kind.COMPLAINT : Kind.FEEDBACK);
            case 8 -> petition.reopen(ReopenGround.values()[random.nextInt(5)]);
            case 9 -> petition.sue(random.nextInt(3) == 0);
            case 10 -> petition.courtEnds(CourtResult.values()[random.nextInt(4)]);
            default -> follow(petition, random);
        }
    }

    /** The record is read once: it grows with each step. */
    private void mustAgree(PetitionCase petition) {
        Standing standing = Standing.NOTHING;
        Consequences told = Consequences.NONE;
        Map<TaskId, String> open = new HashMap<>();
        Set<String> tasks = new HashSet<>();
        for (PetitionEvent event : petition.events(PetitionEvent.class).toList()) {
            standing = standing.after(event, Instant.EPOCH);
            told = told.after(event);
            if (event instanceof TaskOpened e) {
                open.put(e.task(), e.key());
                tasks.add(e.key());
            }
            if (event instanceof TaskCompleted e) open.remove(e.task());
            if (event instanceof TaskCancelled e) open.remove(e.task());
        }
        assertThat(open.isEmpty()).as("somebody has to do something").isEqualTo(standing.has(Milestone.CLOSED));
        assertThat(inTheEngine(petition, tasks)).containsExactlyInAnyOrderElementsOf(open.values());
        if (standing.has(Milestone.ISSUED)) assertThat(told.state()).isPresent();
    }

    /** The steps at which the petition's processes wait for somebody. */
    private List<String> inTheEngine(PetitionCase petition, Set<String> tasks) {
        return jdbc
                .sql("select instance from engine.running where petition = ?")
                .param(petition.id().value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(instance -> engine.instances().state(instance).orElseThrow().tokens().stream())
                .filter(Token::active)
                .map(Token::activity)
                .filter(tasks::contains)
                .toList();
    }

    private static Map<String, Object> values(PetitionCase petition, Outcome outcome, Random random) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : outcome.fields()) {
            if (!field.perPoint()) values.put(field.id(), value(petition, field, random));
            else
                for (int point = 1; point <= 2; point++)
                    values.put(field.id() + "_" + point, value(petition, field, random));
        }
        return values;
    }

    private static Object value(PetitionCase petition, Field field, Random random) {
        return switch (field.type()) {
            case DATE -> petition.today();
            case DATETIME -> petition.now().toString();
            case CHOICE ->
                field.id().equals("kind")
                        ? "COMPLAINT"
                        : field.options().get(random.nextInt(field.options().size()));
            case OFFICER -> "officer1";
            case UNIT -> "A";
            case BOOLEAN -> true;
            case INTEGER -> 1;
            default -> "Nội dung";
        };
    }
}
