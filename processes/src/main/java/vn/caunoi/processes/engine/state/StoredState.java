package vn.caunoi.processes.engine.state;

import org.jspecify.annotations.Nullable;

/** A state as it is kept: bytes, read only when somebody asks, so that an unreadable one stops nobody else. */
public final class StoredState {

    private final String instance;
    private final int version;
    private final byte[] bytes;
    private @Nullable InstanceState read;

    /** @param version counts the changes, from 1 */
    @SuppressWarnings("ArrayIsStoredDirectly")
    public StoredState(String instance, int version, byte[] bytes) {
        this.instance = instance;
        this.version = version;
        this.bytes = bytes;
    }

    static StoredState of(InstanceState state, int version) {
        StoredState stored = new StoredState(state.instance(), version, StateFormat.written(state));
        stored.read = state;
        return stored;
    }

    public String instance() {
        return instance;
    }

    public int version() {
        return version;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** @throws UnreadableState when it is damaged or of a newer program */
    InstanceState state() {
        if (read == null) read = StateFormat.read(instance, bytes);
        return read;
    }
}
