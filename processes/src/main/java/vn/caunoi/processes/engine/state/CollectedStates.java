package vn.caunoi.processes.engine.state;

import java.util.Collection;
import java.util.Map;

/** Of what is read and written together with other things, in round trips that somebody else makes. */
public final class CollectedStates implements InstanceStates {

    /** Asks for what runs of petitions, with their ids as an array of text. */
    public static final String OF_PETITIONS = """
            select instance::text, version, state from engine.instance
            where instance in (select running.instance::uuid from engine.running where petition = any(?))""";

    /** Where statements are gathered. */
    @FunctionalInterface
    public interface Gathering {
        /** @param rows that it has to change; else somebody has moved an instance meanwhile, and all is in vain */
        void add(int rows, String statement, Object... values);
    }

    private final Gathering gathering;

    public CollectedStates(Gathering gathering) {
        this.gathering = gathering;
    }

    @Override
    public Map<String, StoredState> read(Collection<String> instances) {
        throw new UnsupportedOperationException("these are written only");
    }

    @Override
    public void write(Collection<StoredState> states) {
        if (states.isEmpty()) return;
        byte[][] bytes = states.stream().map(StoredState::bytes).toArray(byte[][]::new);
        gathering.add(states.size(), JdbcInstanceStates.WRITE, ids(states), versions(states), bytes);
    }

    @Override
    public void remove(Collection<StoredState> states) {
        if (!states.isEmpty()) gathering.add(states.size(), JdbcInstanceStates.REMOVE, ids(states), versions(states));
    }

    private static String[] ids(Collection<StoredState> states) {
        return states.stream().map(StoredState::instance).toArray(String[]::new);
    }

    private static Integer[] versions(Collection<StoredState> states) {
        return states.stream().map(StoredState::version).toArray(Integer[]::new);
    }
}
