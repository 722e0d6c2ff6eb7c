package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.util.List;

/** A command of the console, carried out inside a node. */
public interface ConsoleCommand {
    String name();

    /**
     * Writes progress and result as lines; a line that begins with a carriage return replaces the one before it.
     *
     * @return exit status: 0 when all went well
     */
    int run(List<String> arguments, PrintWriter out);
}
