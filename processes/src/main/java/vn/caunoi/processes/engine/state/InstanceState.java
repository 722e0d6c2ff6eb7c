package vn.caunoi.processes.engine.state;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that the engine remembers of one instance, in the order in which it came about. */
public final class InstanceState {

    private final String instance;
    private final Map<String, Token> tokens;
    private final Map<String, Subscription> subscriptions;
    private final Map<String, TimerJob> timers;

    InstanceState(String instance) {
        this(instance, Map.of(), Map.of(), Map.of());
    }

    private InstanceState(
            String instance,
            Map<String, Token> tokens,
            Map<String, Subscription> subscriptions,
            Map<String, TimerJob> timers) {
        this.instance = instance;
        this.tokens = new LinkedHashMap<>(tokens);
        this.subscriptions = new LinkedHashMap<>(subscriptions);
        this.timers = new LinkedHashMap<>(timers);
    }

    /** The only way to a changed one: what was handed out stays as it is. */
    InstanceState copy() {
        return new InstanceState(instance, tokens, subscriptions, timers);
    }

    public String instance() {
        return instance;
    }

    public Collection<Token> tokens() {
        return Collections.unmodifiableCollection(tokens.values());
    }

    public Collection<Subscription> subscriptions() {
        return Collections.unmodifiableCollection(subscriptions.values());
    }

    public Collection<TimerJob> timers() {
        return Collections.unmodifiableCollection(timers.values());
    }

    public @Nullable Token token(@Nullable String id) {
        return id == null ? null : tokens.get(id);
    }

    @Nullable Subscription subscription(String id) {
        return subscriptions.get(id);
    }

    @Nullable TimerJob timer(String id) {
        return timers.get(id);
    }

    /** The instance is over. */
    boolean isOver() {
        return tokens.isEmpty() && subscriptions.isEmpty() && timers.isEmpty();
    }

    void put(Row row) {
        switch (row) {
            case Token token -> tokens.put(token.id(), token);
            case Subscription subscription -> subscriptions.put(subscription.id(), subscription);
            case TimerJob timer -> timers.put(timer.id(), timer);
        }
    }

    /** Puts a row in place of the one with its id; false when there is none. */
    boolean replace(Row row) {
        return switch (row) {
            case Token token -> tokens.replace(token.id(), token) != null;
            case Subscription subscription -> subscriptions.replace(subscription.id(), subscription) != null;
            case TimerJob timer -> timers.replace(timer.id(), timer) != null;
        };
    }

    boolean removeToken(String id) {
        return tokens.remove(id) != null;
    }

    boolean removeSubscription(String id) {
        return subscriptions.remove(id) != null;
    }

    boolean removeTimer(String id) {
        return timers.remove(id) != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceState that
                && instance.equals(that.instance)
                && tokens.equals(that.tokens)
                && subscriptions.equals(that.subscriptions)
                && timers.equals(that.timers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instance, tokens, subscriptions, timers);
    }

    @Override
    public String toString() {
        return instance + " " + tokens.values() + " " + subscriptions.values() + " " + timers.values();
    }
}
