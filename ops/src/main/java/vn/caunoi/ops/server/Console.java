package vn.caunoi.ops.server;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Finds the command that is meant and runs it. */
@Component
public class Console {
    private final Map<String, ConsoleCommand> commands = new TreeMap<>();

    Console(List<ConsoleCommand> commands) {
        commands.forEach(command -> this.commands.put(command.name(), command));
    }

    /** Exit status 2 for a command that does not exist. */
    public int run(List<String> words, PrintWriter out) {
        ConsoleCommand command = words.isEmpty() ? null : commands.get(words.getFirst());
        if (command == null) {
            out.println("There is no such command. Commands: " + String.join(", ", commands.keySet()));
            return 2;
        }
        return command.run(words.subList(1, words.size()), out);
    }
}
