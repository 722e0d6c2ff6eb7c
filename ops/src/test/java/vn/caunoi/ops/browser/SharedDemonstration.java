package vn.caunoi.ops.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;
import vn.caunoi.ops.program.RunningProgram;

/** One demonstration and one browser for all tests that are not disturbed by the cases of others. */
final class SharedDemonstration implements ParameterResolver {

    private static final Namespace HERE = Namespace.create(SharedDemonstration.class);

    /** Closed after the last test. */
    private record Running(Path folder, RunningProgram program, Browsers browsers) implements AutoCloseable {

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

        @Override
        public void close() throws IOException {
            browsers.close();
            program.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent("running", key -> Running.start(), Running.class)
                .browsers();
    }
}
