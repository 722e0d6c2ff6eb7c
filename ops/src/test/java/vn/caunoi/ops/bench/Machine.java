package vn.caunoi.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** On what it was measured. */
final class Machine {
    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_compression",
            "max_wal_size",
            "shared_buffers",
            "effective_cache_size",
            "work_mem",
            "max_connections",
            "jit");

    private Machine() {}

    static Map<String, Object> described(Ground ground) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("revision", revision());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.put("processor", processor());
        all.put("memory GiB", system.getTotalMemorySize() >> 30);
        all.put("heap MiB", Runtime.getRuntime().maxMemory() >> 20);
        all.put("system", system.getName() + " " + system.getVersion());
        all.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        all.put("load at start", system.getSystemLoadAverage());
        all.put("pool", Store.MOST_CONNECTIONS);
        for (String setting : SETTINGS)
            all.put(
                    "postgres " + setting,
                    String.valueOf(ground.admin().queryForObject("select current_setting(?)", String.class, setting)));
        return all;
    }

    static String line(Map<String, Object> machine) {
        return "%s cores, %s GiB, %s, PostgreSQL %s, revision %s, load at start %s"
                .formatted(
                        machine.get("cores"),
                        machine.get("memory GiB"),
                        machine.get("java"),
                        machine.get("postgres server_version"),
                        machine.get("revision"),
                        machine.get("load at start"));
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static String revision() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return said.isEmpty() ? "?" : said;
        } catch (IOException e) {
            return "?";
        }
    }
}
