package vn.caunoi.ops.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.ops.Caunoi;

/** Our side: the program as it ships, in this process, on a database of its own. */
public final class Product implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Ground ground;
    private final Store store;
    private ConfigurableApplicationContext context;
    private boolean resting;

    private Product(Ground ground, Store store, ConfigurableApplicationContext context) {
        this.ground = ground;
        this.store = store;
        this.context = context;
    }

    /** One for all rows at the quick size, where starting takes longest; else one of that name. */
    public static Product kept(Ground ground, String name) {
        String which = ground.size() == Size.QUICK ? "ours" : name;
        return ground.keep("program " + which, () -> start(ground, which));
    }

    /** Starts on an empty database of that name, with the units and people of the demonstration. */
    public static Product start(Ground ground, String name) {
        Store store = ground.store(name);
        return new Product(ground, store, run(ground, store, name));
    }

    private static ConfigurableApplicationContext run(Ground ground, Store store, String name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", 0);
        properties.put("caunoi.one-command", true);
        properties.put("caunoi.demo", true);
        properties.put("caunoi.data", ground.folder(name).toString());
        properties.put("caunoi.vault.master-key-file", "${caunoi.data}/master.key");
        properties.put("caunoi.ledger.only-node", true);
        // an archive is full of cases that are overdue and must lie still
        properties.put("caunoi.overdue-check.interval", "PT0S");
        properties.put("spring.datasource.url", store.url());
        properties.put("spring.datasource.username", store.user());
        properties.put("spring.datasource.password", store.password());
        SpringApplication application = new SpringApplication(Caunoi.class);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties);
        return application.run();
    }

    /** Stops, lets something happen to its database, and starts on it again; beans are other ones then. */
    public void startAgain(Runnable between) {
        context.close();
        between.run();
        context = run(ground, store, store.name());
        resting = false;
        settle();
    }

    public Store store() {
        return store;
    }

    /** Where its pages are, on the loopback address. */
    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Awake: waits until driver and read models have handled all that was recorded. */
    public void settle() {
        WrongResult.unless(bean(Progress.class).awaitSettled(PATIENCE), "ours did not catch up within " + PATIENCE);
    }

    /** For rows that append what means nothing: nobody must follow that, so a program at rest is not woken for them. */
    public void standStill() {
        if (resting) return;
        settle();
        rest();
    }

    /** Stands still while a peer is measured. */
    public void rest() {
        if (resting) return;
        resting = true;
        bean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::shutDown);
    }

    /** Goes on from the end of the record: what was filled in at rest has been handled already. */
    public void wakeAtEnd() {
        long end = store.answer("select max(position) from ledger.event");
        store.answer("select setval('ledger.event_position', ?)", end);
        store.jdbc()
                .update(
                        "update ledger.token set token = convert_to(regexp_replace(convert_from(token, 'UTF8'),"
                                + " '[0-9]+', ?), 'UTF8')",
                        String.valueOf(end));
        wake();
    }

    /** Goes on. */
    public void wake() {
        if (!resting) return;
        resting = false;
        bean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::start);
    }

    @Override
    public void close() {
        context.close();
        ground.drop(store);
    }
}
