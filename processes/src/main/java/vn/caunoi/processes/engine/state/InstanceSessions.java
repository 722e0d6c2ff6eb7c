package vn.caunoi.processes.engine.state;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Gives each command of the engine its view of the {@link Instances}; takes the place of the engine's own. */
public final class InstanceSessions implements SessionFactory {

    private final Instances instances;
    private final Tables tables;

    public InstanceSessions(Instances instances, ProcessEngineConfigurationImpl settings) {
        this.instances = instances;
        this.tables = new Tables(settings);
    }

    public Instances instances() {
        return instances;
    }

    /** Nothing runs on a definition any more, and it is in no table. */
    public void forget(String definition) {
        tables.forget(definition);
    }

    @Override
    public Class<?> getSessionType() {
        return PersistenceSession.class;
    }

    @Override
    public Session openSession() {
        return new InstanceSession(instances, tables);
    }
}
