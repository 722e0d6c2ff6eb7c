package vn.caunoi.ops.bench.program;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in jars, as it ships: a cache of loaded classes wants no folders on the class path. */
final class Jars {
    private Jars() {}

    /** This process's class path without the tests, which are no part of the program. */
    static String classPath(Path folder) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? packed(entry, folder) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path packed(Path classes, Path folder) {
        Path jar = folder.resolve(classes.toAbsolutePath().toString().replaceAll("[/:]", "-") + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            List<Path> sorted = all.filter(one -> !one.equals(classes)).sorted().toList();
            for (Path one : sorted) {
                String name = classes.relativize(one).toString();
                to.putNextEntry(new JarEntry(Files.isDirectory(one) ? name + "/" : name));
                if (Files.isRegularFile(one)) Files.copy(one, to);
                to.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
