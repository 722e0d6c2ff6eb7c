package vn.caunoi.processes.engine.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state as bytes: version of the format, the words used, and the rows, which name words by number. The instance's own
 * id is not among them; it is the row's key. A released version is read for ever; another shape gets another number.
 */
final class StateFormat {

    static final int VERSION = 1;

    private StateFormat() {}

    static byte[] written(InstanceState state) {
        StateWriter writer = new StateWriter(state.instance());
        writer.number(state.tokens().size());
        state.tokens().forEach(token -> write(writer, token));
        writer.number(state.subscriptions().size());
        state.subscriptions().forEach(subscription -> write(writer, subscription));
        writer.number(state.timers().size());
        state.timers().forEach(timer -> write(writer, timer));
        return writer.bytes(VERSION);
    }

    static InstanceState read(String instance, byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != VERSION) {
            String format = bytes.length == 0 ? "none" : String.valueOf(bytes[0]);
            throw new UnreadableState(instance, "its format is " + format + ", this program reads up to " + VERSION);
        }
        StateReader reader = new StateReader(instance, bytes);
        InstanceState state = new InstanceState(instance);
        for (long left = reader.number(); left > 0; left--) state.put(token(reader));
        for (long left = reader.number(); left > 0; left--) state.put(subscription(reader));
        for (long left = reader.number(); left > 0; left--) state.put(timer(reader));
        reader.mustBeAtItsEnd();
        return state;
    }

    private static void write(StateWriter to, Token token) {
        to.word(token.id());
        to.word(token.parent());
        to.word(token.businessKey());
        to.word(token.definition());
        to.word(token.process());
        to.word(token.activity());
        to.word(token.activityInstance());
        to.number((token.active() ? 1 : 0)
                | (token.concurrent() ? 2 : 0)
                | (token.scope() ? 4 : 0)
                | (token.eventScope() ? 8 : 0));
        to.number(token.entities());
        to.number(token.sequence());
    }

    private static Token token(StateReader from) {
        String id = from.word();
        String parent = from.wordIfAny();
        String businessKey = from.wordIfAny();
        String definition = from.word();
        String process = from.word();
        String activity = from.wordIfAny();
        String activityInstance = from.wordIfAny();
        long flags = from.number();
        return new Token(
                id,
                parent,
                businessKey,
                definition,
                process,
                activity,
                activityInstance,
                (flags & 1) != 0,
                (flags & 2) != 0,
                (flags & 4) != 0,
                (flags & 8) != 0,
                (int) from.number(),
                from.number());
    }

    private static void write(StateWriter to, Subscription subscription) {
        to.word(subscription.id());
        to.word(subscription.event());
        to.word(subscription.token());
        to.word(subscription.activity());
        to.word(subscription.configuration());
    }

    private static Subscription subscription(StateReader from) {
        return new Subscription(from.word(), from.word(), from.word(), from.word(), from.wordIfAny());
    }

    private static void write(StateWriter to, TimerJob timer) {
        to.word(timer.id());
        to.word(timer.token());
        to.number(timer.due().toEpochMilli());
        to.word(timer.handler());
        to.word(timer.configuration());
        to.word(timer.declaration());
        to.word(timer.deployment());
        to.word(timer.definition());
        to.word(timer.process());
        to.number(timer.retries());
        to.number(timer.exclusive() ? 1 : 0);
        to.number(timer.priority());
        to.number(timer.sequence());
    }

    private static TimerJob timer(StateReader from) {
        return new TimerJob(
                from.word(),
                from.word(),
                Instant.ofEpochMilli(from.number()),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                from.word(),
                (int) from.number(),
                from.number() != 0,
                from.number(),
                from.number());
    }

    /** A canonical UUID's text at the end of a word, which takes 16 bytes instead of 36. */
    static @Nullable String idAtTheEnd(String word) {
        int from = word.length() - 36;
        if (from < 0 || word.charAt(from + 8) != '-' || word.charAt(from + 23) != '-') return null;
        for (int n = 0; n < 36; n++) {
            char at = word.charAt(from + n);
            boolean dash = n == 8 || n == 13 || n == 18 || n == 23;
            boolean hex = at >= '0' && at <= '9' || at >= 'a' && at <= 'f';
            if (dash ? at != '-' : !hex) return null;
        }
        return word.substring(from);
    }
}
