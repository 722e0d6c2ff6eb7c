package vn.caunoi.processes.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.caunoi.processes.engine.Engine;

/** Published versions as the engine knows them; one is read when it is first needed. Inside a transaction. */
final class Definitions implements Deployed {

    private static final String KEY = "driver.definitions";

    private final Engine engine;
    private final PublishedModels models;
    private final JdbcClient jdbc;

    Definitions(Engine engine, PublishedModels models, JdbcClient jdbc) {
        this.engine = engine;
        this.models = models;
        this.jdbc = jdbc;
    }

    /** A unit of work asks once; not longer, for another node may have built the engine again. */
    @Override
    public String of(String process, int version) {
        return CurrentUnitOfWork.isStarted()
                ? asked().computeIfAbsent(process + "/" + version, asked -> find(process, version))
                : find(process, version);
    }

    private static Map<String, String> asked() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, none -> new HashMap<>());
    }

    /** What the unit of work deployed may have been rolled back. */
    static void forget() {
        asked().clear();
    }

    private String find(String process, int version) {
        return deployed(process, version).orElseGet(() -> read(models.version(process, version)));
    }

    private String read(Model model) {
        lock();
        return deployed(model.key(), model.version()).orElseGet(() -> {
            String definition = engine.deploy(model.key(), model.version(), model.xml());
            jdbc.sql("insert into engine.deployed values (?, ?, ?)")
                    .params(model.key(), model.version(), definition)
                    .update();
            return definition;
        });
    }

    private Optional<String> deployed(String process, int version) {
        return jdbc.sql("select definition from engine.deployed where process = ? and version = ?")
                .params(process, version)
                .query(String.class)
                .optional();
    }

    /** Lets one at a time deploy, over all nodes. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('engine.deployed', 0))")
                .query((row, number) -> true)
                .single();
    }
}
