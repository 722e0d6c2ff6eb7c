package vn.caunoi.processes.engine.state;

import java.util.Collection;
import java.util.Map;

/** Keeps the states of instances, in the caller's transaction. */
public interface InstanceStates {

    /** Those that are there, by instance. */
    Map<String, StoredState> read(Collection<String> instances);

    /**
     * Writes states that are new (version 1) or one version further than the kept ones.
     *
     * @throws org.camunda.bpm.engine.OptimisticLockingException when somebody else has changed one meanwhile
     */
    void write(Collection<StoredState> states);

    /**
     * Removes instances that are over, as they were read.
     *
     * @throws org.camunda.bpm.engine.OptimisticLockingException when somebody else has changed one meanwhile
     */
    void remove(Collection<StoredState> states);
}
