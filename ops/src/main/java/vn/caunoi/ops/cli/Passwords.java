package vn.caunoi.ops.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.caunoi.ops.server.RefusedToServe;

/** Reads a password without showing it where there is a terminal, else a line of standard input. */
final class Passwords {
    private Passwords() {}

    static String read() {
        Console console = System.console();
        if (console != null) return new String(console.readPassword("Password: "));
        try {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null || line.isBlank()) throw new RefusedToServe("No password was given on standard input.");
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
