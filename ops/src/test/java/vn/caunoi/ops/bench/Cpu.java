package vn.caunoi.ops.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time in milliseconds. */
final class Cpu {
    private static final double TICK_MILLIS = 10;
    /** Fields of {@code /proc/<pid>/stat} after the closing bracket of the name. */
    private static final int USER = 11;

    private Cpu() {}

    static double ofProcess() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e6;
    }

    /** Of this process and those it has started and seen the end of. */
    static double ofProcessAndChildren() {
        return TICK_MILLIS * ticks(ProcessHandle.current().pid(), 4);
    }

    /** Of the postmaster, its living children and those it has buried. */
    static double ofDatabase(long postmaster) {
        double own = ticks(postmaster, 4);
        return TICK_MILLIS
                * ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::children)
                        .mapToDouble(child -> ticks(child.pid(), 2))
                        .reduce(own, Double::sum);
    }

    private static double ticks(long process, int fields) {
        try {
            String all = Files.readString(Path.of("/proc", String.valueOf(process), "stat"));
            String[] after = all.substring(all.lastIndexOf(')') + 2).split(" ");
            double sum = 0;
            for (int n = 0; n < fields; n++) sum += Long.parseLong(after[USER + n]);
            return sum;
        } catch (IOException endedWhileRead) {
            return 0;
        }
    }
}
