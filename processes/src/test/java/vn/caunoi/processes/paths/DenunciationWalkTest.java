package vn.caunoi.processes.paths;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.caunoi.core.deadline.RuleQuestion;
import vn.caunoi.core.form.Field;
import vn.caunoi.core.form.Form;
import vn.caunoi.core.form.Outcome;
import vn.caunoi.core.petition.CaseEvent.PetitionClosed;
import vn.caunoi.core.petition.CaseEvent.PetitionReopened;
import vn.caunoi.core.petition.Channel;
import vn.caunoi.core.petition.Complexity;
import vn.caunoi.core.petition.DenunciationEvent;
import vn.caunoi.core.petition.FlowEvent.ProcessEnded;
import vn.caunoi.core.petition.FlowEvent.ProcessStarted;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.core.petition.ReopenGround;
import vn.caunoi.core.petition.TaskEvent.TaskCompleted;
import vn.caunoi.core.petition.TaskEvent.TaskOpened;
import vn.caunoi.processes.rules.DmnRules;

/**
 * Whatever people do with a denunciation, it waits for somebody or has come to an end, and nothing gets stuck: an
 * incident fails the step that brought it about.
 */
class DenunciationWalkTest extends Paths {

    private static final int CASES = 12;
    private static final int STEPS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 24, 1111})
    void a_walk_waits_or_ends(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < CASES; n++) walk(random);
    }

    private void walk(Random random) {
        Channel channel = random.nextBoolean() ? Channel.FORWARDED : Channel.POST;
        PetitionCase petition = program()
                .handIn(Kind.DENUNCIATION, channel, random.nextInt(4) == 0)
                .classifyAs(Kind.DENUNCIATION);
        for (int step = 0; step < STEPS; step++) {
            boolean moved = random.nextInt(5) == 0 ? meddle(petition, random) : work(petition, random);
            mustWaitOrHaveEnded(petition);
            if (!moved && petition.open().isEmpty()) return;
        }
    }

    private static boolean work(PetitionCase petition, Random random) {
        List<TaskOpened> open = List.copyOf(petition.open().values());
        if (open.isEmpty()) return false;
        TaskOpened task = open.get(random.nextInt(open.size()));
        Form form = task.form();
        Outcome outcome = form.outcomes().get(random.nextInt(form.outcomes().size()));
        // the superior it was brought before reviews it
        if (task.key().equals("review-onward")) return done(() -> petition.review(outcome.id()));
        return done(() -> petition.done(task.key(), outcome.id(), values(petition, outcome)));
    }

    private static boolean meddle(PetitionCase petition, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> !petition.open().containsKey("send-suspension") && done(petition::suspend);
            case 1 -> done(petition::resume);
            case 2 -> done(petition::withdraw);
            case 3 -> done(() -> petition.days(1 + random.nextInt(12)));
            case 4 -> !petition.open().containsKey("notify-extension") && done(() -> prolong(petition));
            case 5 -> done(() -> sendBack(petition, random));
            case 8 -> done(petition::askForProtection);
            case 6, 7 -> done(() -> petition.bringOn(random.nextBoolean()));
            default -> done(() -> petition.reopen(ReopenGround.NEW_EVIDENCE));
        };
    }

    private static void prolong(PetitionCase petition) {
        var row = DmnRules.shipped()
                .ruleFor(RuleQuestion.of(
                        "DENUNCIATION",
                        Complexity.SPECIALLY_COMPLEX.stage(),
                        java.time.LocalDate.parse(petition.today())));
        petition.prolong(Complexity.SPECIALLY_COMPLEX, row);
    }

    private static void sendBack(PetitionCase petition, Random random) {
        List<String> steps =
                petition.events(TaskCompleted.class).map(TaskCompleted::key).toList();
        String to = steps.get(random.nextInt(steps.size()));
        if (!petition.open().containsKey(to)) petition.sendBackTo(to);
    }

    /** What the law does not allow at this moment changes nothing. */
    private static boolean done(Runnable step) {
        try {
            step.run();
            return true;
        } catch (Refusal notNow) {
            return false;
        }
    }

    private static void mustWaitOrHaveEnded(PetitionCase petition) {
        long started = petition.events(ProcessStarted.class).count();
        long ended = petition.events(ProcessEnded.class).count();
        long settling = started - ended - broughtOn(petition) - underProtection(petition);
        assertThat(settling).as("processes after %s", petition.names()).isBetween(0L, 1L);
        if (!petition.open().isEmpty()) {
            assertThat(started).as("somebody works for no process").isGreaterThan(ended);
            return;
        }
        long closed = petition.events(PetitionClosed.class).count();
        long reopened = petition.events(PetitionReopened.class).count();
        assertThat(closed).as("nobody has to do anything").isEqualTo(reopened + 1);
        assertThat(ended).isEqualTo(started);
    }

    /** How many times it is before the superior, and not answered. */
    private static long broughtOn(PetitionCase petition) {
        return petition.events(DenunciationEvent.OnwardReceived.class).count()
                - petition.events(DenunciationEvent.OnwardReviewed.class).count()
                - petition.events(DenunciationEvent.OverdueReported.class).count();
    }

    /** Whether protection is asked for or given, which is beside the settling and may outlast it. */
    private static long underProtection(PetitionCase petition) {
        return petition.events(DenunciationEvent.ProtectionRequested.class).count()
                - petition.events(DenunciationEvent.ProtectionDenied.class).count()
                - petition.events(DenunciationEvent.ProtectionEnded.class).count();
    }

    private static Map<String, Object> values(PetitionCase petition, Outcome outcome) {
        Map<String, Object> values = new HashMap<>();
        for (Field field : outcome.fields()) {
            if (!field.perPoint()) values.put(field.id(), value(petition, field));
            else for (int point = 1; point <= 2; point++) values.put(field.id() + "_" + point, value(petition, field));
        }
        return values;
    }

    private static Object value(PetitionCase petition, Field field) {
        return switch (field.type()) {
            case DATE -> petition.today();
            case CHOICE -> field.options().getLast();
            case OFFICER -> "officer1";
            default -> "Nội dung";
        };
    }
}
