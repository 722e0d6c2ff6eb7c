package vn.caunoi.ops.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's lines go. One that begins with a carriage return stands in for the one before it: on a terminal in
 * its place, elsewhere as a line of its own every few seconds.
 */
final class Screen extends PrintWriter {
    private static final Duration BETWEEN = Duration.ofSeconds(3);
    private static final String REST_OF_LINE = "\u001b[K";

    private final PrintStream to;
    private final boolean terminal;
    private boolean open;
    private long written = System.nanoTime() - BETWEEN.toNanos();

    Screen(PrintStream to, boolean terminal) {
        super(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
        this.to = to;
        this.terminal = terminal;
    }

    static Screen ofThisProgram() {
        return new Screen(System.out, Boolean.getBoolean("caunoi.terminal"));
    }

    /** A print stream keeps to itself that nobody listens any more. */
    @Override
    public boolean checkError() {
        return super.checkError() || to.checkError();
    }

    @Override
    public void println(@Nullable String line) {
        if (line != null && line.startsWith("\r")) passing(line.substring(1));
        else lasting(String.valueOf(line));
    }

    private void passing(String line) {
        if (terminal) {
            print("\r" + line + REST_OF_LINE);
            flush();
            open = true;
        } else if (System.nanoTime() - written >= BETWEEN.toNanos()) {
            written = System.nanoTime();
            super.println(line);
        }
    }

    private void lasting(String line) {
        if (open) super.println();
        open = false;
        super.println(line);
    }
}
