package vn.caunoi.ops.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import vn.caunoi.ops.program.RunningProgram;

/**
 * One demonstration and one browser for all tests that are not disturbed by the cases of others, as long as the JVM runs: where
 * classes are given to several JVMs, each class is an execution of its own to JUnit, and so is its root store.
 */
final class SharedDemonstration implements ParameterResolver {

    /** Started by the first who asks, closed with the JVM. */
    private static final class Holder {

        static final Running RUNNING = Running.start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::close, "shared-demonstration"));
        }
    }

    private record Running(Path folder, RunningProgram program, Browsers browsers) {

        static Running start() {
            try {
                Path folder = Files.createTempDirectory("browser");
                RunningProgram program = RunningProgram.start(
                        folder.resolve("data"), "--no-samples", "--clock", "2026-11-18T09:00:00+07:00");
                return new Running(folder, program, new Browsers(program.address()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            try {
                program.close();
                browsers.close();
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Holder.RUNNING.browsers();
    }
}
