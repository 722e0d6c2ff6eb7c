package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** A program of its own that holds a database until it is killed. */
final class ProgramToKill {
    private static final int REFUSED = 3;

    private ProgramToKill() {}

    public static void main(String[] arguments) throws IOException {
        try {
            System.out.println(EmbeddedPostgres.start(Path.of(arguments[0])).url());
        } catch (CannotStart e) {
            System.out.println(e.getMessage());
            System.exit(REFUSED);
        }
        System.exit(System.in.read());
    }

    static Process on(Path data) throws IOException {
        return of(ProgramToKill.class, data);
    }

    static Process of(Class<?> program, Path data) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String firstLineOf(Process program) throws IOException {
        return program.inputReader().readLine();
    }

    /** What a failed test would leave running. */
    static void stopDatabaseOf(Path data) throws IOException {
        if (Postmaster.of(data.toRealPath().resolve("postgres/data"))
                .filter(Postmaster::lives)
                .isPresent()) EmbeddedPostgres.start(data).close();
    }
}
