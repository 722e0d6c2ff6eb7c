package vn.caunoi.ops.bench;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/** A peer: Camunda 7 alone, on a database of its own. */
public final class Camunda implements AutoCloseable {
    private final Ground ground;
    private final Store store;
    private final ProcessEngine engine;

    private Camunda(Ground ground, Store store, ProcessEngine engine) {
        this.ground = ground;
        this.store = store;
        this.engine = engine;
    }

    /** How its engine is set. */
    public enum Settings {
        /** As it ships, but for the history level. */
        DEFAULT,
        /** What an experienced operator turns off or replaces. */
        TUNED
    }

    /** One of each history level at the quick size; else one of that name. */
    public static Camunda kept(Ground ground, String name, String history, Settings settings) {
        String which = ground.size() == Size.QUICK ? "camunda_" + history : name;
        return ground.keep("peer " + which, () -> start(ground, which, history, settings));
    }

    /** @param history {@code full} or {@code none} */
    public static Camunda start(Ground ground, String name, String history, Settings settings) {
        Store store = ground.store(name);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(store.pool());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory(history);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        if (settings == Settings.TUNED) {
            configuration.setIdGenerator(new StrongUuidGenerator());
            configuration.setMetricsEnabled(false);
            configuration.setTaskMetricsEnabled(false);
            configuration.setCmmnEnabled(false);
            configuration.setDmnEnabled(false);
            configuration.setAuthorizationEnabled(false);
            configuration.setDbIdentityUsed(false);
        }
        return new Camunda(ground, store, configuration.buildProcessEngine());
    }

    public Store store() {
        return store;
    }

    public ProcessEngine engine() {
        return engine;
    }

    @Override
    public void close() {
        engine.close();
        ground.drop(store);
    }
}
