package vn.caunoi.processes.driver;

import vn.caunoi.processes.place.Places.Running;

/** Versions of models as the engine knows them. */
interface Deployed {

    /** The engine's id of a version. */
    String of(String process, int version);

    /** The engine's id of the version that this process runs on. */
    default String of(Running running) {
        return of(running.process(), running.version());
    }
}
