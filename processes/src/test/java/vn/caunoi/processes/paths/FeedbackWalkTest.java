package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.FormContext;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionEvent;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;

/**
 * Random walks: people end any open task in any way, time passes, answers come back, steps are taken back. Whatever
 * they do, a case is closed without a process and without work, or it waits for somebody; it never gets stuck.
 */
class FeedbackWalkTest extends Paths {
    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void a_walk_ends_or_waits_for_somebody(long seed) {
        Random random = new Random(seed);
        Kind kind = random.nextBoolean() ? Kind.PROPOSAL : Kind.FEEDBACK;
        var petition = program()
                .through(random.nextBoolean() ? Channel.PORTAL : Channel.POST)
                .about(random.nextBoolean() ? "administrative-rule" : "land")
                .handIn(kind)
                .classifyAs(kind);
        for (int step = 0; step < STEPS; step++) {
            try {
                walk(petition, random);
            } catch (Refusal refused) {
                assertThat(refused.reason()).isNotNull();
            }
            closedOrWaiting(petition);
        }
    }

    private static void walk(PetitionCase petition, Random random) {
        List<TaskOpened> tasks = List.copyOf(new TreeMap<>(petition.open()).values());
        int chance = random.nextInt(100);
        if (chance < 62 && !tasks.isEmpty()) complete(petition, tasks.get(random.nextInt(tasks.size())), random);
        else if (chance < 80) petition.days(1 + random.nextInt(12));
        else if (chance < 90) petition.returnAnswer();
        else if (chance < 94) petition.returnAnswerAsHead();
        else if (chance < 98) petition.sendBackTo(random.nextBoolean() ? "draft-answer" : "assign-answer");
        else petition.withdraw();
    }

    private static void complete(PetitionCase petition, TaskOpened task, Random random) {
        List<Outcome> outcomes = task.form().resolve(context(petition)).outcomes();
        Outcome outcome = outcomes.get(random.nextInt(outcomes.size()));
        Map<String, Object> values = new HashMap<>();
        for (Field field : outcome.fields()) values.put(field.id(), value(field, petition, random));
        petition.done(task.key(), outcome.id(), values);
    }

    private static FormContext context(PetitionCase petition) {
        return FormContext.of(LocalDate.parse(petition.today()), Map.of(), List.of());
    }

    private static Object value(Field field, PetitionCase petition, Random random) {
        return switch (field.type()) {
            case DATE -> petition.today();
            case CHOICE -> field.options().get(random.nextInt(field.options().size()));
            case OFFICER -> "officer1";
            case UNIT -> random.nextBoolean() ? "A" : "B";
            default -> "Nội dung " + random.nextInt(1000);
        };
    }

    private static void closedOrWaiting(PetitionCase petition) {
        boolean closed = false;
        for (PetitionEvent event : petition.events(PetitionEvent.class).toList()) {
            if (event instanceof PetitionClosed) closed = true;
            if (event instanceof PetitionReopened) closed = false;
        }
        long started = petition.events(ProcessStarted.class).count();
        long running = started - petition.events(ProcessEnded.class).count();
        assertThat(running).isEqualTo(closed ? 0 : 1);
        if (closed) assertThat(petition.open()).isEmpty();
        else assertThat(petition.open()).isNotEmpty();
    }
}
