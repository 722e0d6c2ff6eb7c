package vn.caunoi.processes.driver;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionOperations;
import vn.caunoi.processes.engine.Engine;

/** Versions as the engine knows them for the time of a rehearsal: deployed in a transaction that is rolled back. */
final class OnTrial implements Deployed, AutoCloseable {

    private final Engine engine;
    private final PublishedModels models;
    private final TransactionOperations transactions;
    private final Map<String, String> definitions = new ConcurrentHashMap<>();

    OnTrial(Engine engine, PublishedModels models, TransactionOperations transactions) {
        this.engine = engine;
        this.models = models;
        this.transactions = transactions;
    }

    @Override
    public String of(String process, int version) {
        return definitions.computeIfAbsent(process + "/" + version, any -> deployed(models.version(process, version)));
    }

    /** On a thread of its own: whoever asks may read only, and would hold the engine's lock to the end of that. */
    private String deployed(Model model) {
        CompletableFuture<String> deployed = new CompletableFuture<>();
        Thread.ofVirtual().name("trial").start(() -> {
            try {
                deployed.complete(Objects.requireNonNull(transactions.execute(status -> {
                    status.setRollbackOnly();
                    return engine.deploy(model.key(), model.version(), model.xml());
                })));
            } catch (RuntimeException | Error failed) {
                deployed.completeExceptionally(failed);
            }
        });
        try {
            return deployed.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    @Override
    public void close() {
        definitions.values().forEach(engine::forget);
    }
}
