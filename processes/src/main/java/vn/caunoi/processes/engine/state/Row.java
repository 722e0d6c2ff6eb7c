package vn.caunoi.processes.engine.state;

import org.camunda.bpm.engine.impl.db.DbEntity;

/** One thing the engine remembers of an instance; never changed, only replaced. */
public sealed interface Row permits Token, Subscription, TimerJob {

    /** Unique within its instance and kind. */
    String id();

    /** As the engine would have read it from a table: new each time, so that a command that fails leaves nothing. */
    DbEntity entity(String instance);
}
