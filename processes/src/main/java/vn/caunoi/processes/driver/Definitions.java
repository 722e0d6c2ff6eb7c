package vn.caunoi.processes.driver;

import vn.caunoi.processes.driver.Places.Running;
import vn.caunoi.processes.engine.Engine;

/** Published versions as the engine knows them; one is read when it is first needed. Inside a transaction. */
final class Definitions {

    private final Engine engine;
    private final Places places;
    private final PublishedModels models;

    Definitions(Engine engine, Places places, PublishedModels models) {
        this.engine = engine;
        this.places = places;
        this.models = models;
    }

    /** The engine's id of the version that this process runs on. */
    String of(Running running) {
        return of(running.process(), running.version());
    }

    String of(String process, int version) {
        return places.definition(process, version).orElseGet(() -> read(models.version(process, version)));
    }

    private String read(Model model) {
        places.lockDeployment();
        return places.definition(model.key(), model.version()).orElseGet(() -> {
            String definition = engine.deploy(model.key(), model.version(), model.xml());
            places.deployed(model.key(), model.version(), definition);
            return definition;
        });
    }
}
