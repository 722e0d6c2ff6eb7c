package vn.caunoi.ops.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import vn.caunoi.core.ledger.Migrations;

/**
 * What every first start on a data folder would make again: the unpacked programs of PostgreSQL, and an empty database with its
 * tables. Made once in a test JVM; a copy costs a fraction of it.
 */
public final class PreparedFolder {
    private static final String HOME = "postgres";
    private static final String PROGRAMS = HOME + "/bin-" + Binaries.VERSION;

    private PreparedFolder() {}

    private static final class Unpacked {

        static final Path DATA = temporary();

        static {
            Binaries.unpackedBelow(OwnFiles.folder(DATA.resolve(HOME)));
        }
    }

    private static final class Migrated {

        static final Path DATA = temporary();

        static {
            programsInto(DATA);
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(DATA)) {
                Migrations.run(new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()));
            }
        }
    }

    /** Puts the programs of PostgreSQL where the first start would unpack them. */
    public static void programsInto(Path data) {
        OwnFiles.folder(data.resolve(HOME));
        copy(Unpacked.DATA.resolve(PROGRAMS), data.resolve(PROGRAMS), Files::createLink);
    }

    /** The same with a database as it is before anybody has done anything. */
    public static void databaseInto(Path data) {
        programsInto(data);
        for (String made : new String[] {HOME + "/data", HOME + "/password"})
            copy(
                    Migrated.DATA.resolve(made),
                    data.resolve(made),
                    (to, from) -> Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES));
    }

    private interface Copy {
        void make(Path to, Path from) throws IOException;
    }

    private static void copy(Path from, Path to, Copy file) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    OwnFiles.folder(to.resolve(from.relativize(folder)));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path one, BasicFileAttributes attributes) throws IOException {
                    Path target = one.equals(from) ? to : to.resolve(from.relativize(one));
                    if (attributes.isSymbolicLink()) Files.copy(one, target, LinkOption.NOFOLLOW_LINKS);
                    else file.make(target, one);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            Path data = Files.createTempDirectory("prepared");
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> FileSystemUtils.deleteRecursively(data.toFile()), "prepared-folder"));
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
