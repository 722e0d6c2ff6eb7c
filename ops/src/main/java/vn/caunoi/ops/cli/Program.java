package vn.caunoi.ops.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.caunoi.ops.Caunoi;
import vn.caunoi.ops.postgres.EmbeddedDatabase;
import vn.caunoi.ops.server.Console;

/** Starts the application: to serve, or for one command. */
final class Program {
    private Program() {}

    static void serve(Options options) {
        start(options, options.port, false);
    }

    static int carryOut(Options options, List<String> words) {
        PrintWriter out = Screen.ofThisProgram();
        return RunningNode.on(options.data)
                .map(node -> node.ask(words, out))
                .orElseGet(() -> alone(options, words, out));
    }

    private static int alone(Options options, List<String> words, PrintWriter out) {
        options.noSamples = true;
        try (ConfigurableApplicationContext context = start(options, 0, true)) {
            return context.getBean(Console.class).run(words, out);
        }
    }

    private static ConfigurableApplicationContext start(Options options, int port, boolean oneCommand) {
        SpringApplication application = new SpringApplication(Caunoi.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(options, port, oneCommand));
        Map<String, Object> typed = options.typed(!oneCommand);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("typed on the command line", typed)));
        application.addInitializers(new ConfiguredOrDemo(), new EmbeddedDatabase());
        return application.run();
    }

    private static Map<String, Object> properties(Options options, int port, boolean oneCommand) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.put("caunoi.one-command", oneCommand);
        properties.put("caunoi.data", options.folder());
        properties.put("caunoi.demo", options.isDemo());
        properties.put("caunoi.samples", options.isDemo() && !options.isWithoutSamples());
        // outside the demonstration there is TLS in front, and somebody decides where the key lies
        if (options.isDemo()) properties.put("caunoi.vault.master-key-file", "${caunoi.data}/master.key");
        else properties.put("server.servlet.session.cookie.secure", true);
        // links that are printed open where it serves
        if (options.isDemo() && port > 0) properties.put("caunoi.messages.public-address", "http://localhost:" + port);
        if (options.clock != null) properties.put("caunoi.clock", options.clock.toString());
        return properties;
    }
}
