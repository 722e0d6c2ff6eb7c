package vn.caunoi.processes.engine;

import org.jspecify.annotations.Nullable;

final class CurrentJourney {

    private static final ThreadLocal<@Nullable Journey> CURRENT = new ThreadLocal<>();

    private CurrentJourney() {}

    static Journey get() {
        Journey journey = CURRENT.get();
        if (journey == null) throw new IllegalStateException("the engine moves only while an event moves it");
        return journey;
    }

    static void during(Journey journey, Runnable move) {
        Journey outer = CURRENT.get();
        CURRENT.set(journey);
        try {
            move.run();
        } finally {
            if (outer == null) CURRENT.remove();
            else CURRENT.set(outer);
        }
    }
}
