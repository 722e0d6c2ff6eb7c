package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Contents in a folder of this machine, or one that all nodes share; parted by the first two signs of the address. */
final class FolderContents implements Contents {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    FolderContents(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String address, Path sealed) throws IOException {
        Path place = place(address);
        Files.createDirectories(place.getParent());
        try (FileChannel file = FileChannel.open(sealed, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(sealed, place, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public InputStream open(String address) throws IOException {
        return Files.newInputStream(place(address));
    }

    @Override
    public void forget(String address) throws IOException {
        Files.deleteIfExists(place(address));
    }

    boolean has(String address) {
        return Files.exists(place(address));
    }

    /** Where something lies, or would: also by the names that files had before they had an address. */
    Path place(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    /** Addresses of all that lies here. */
    List<String> all() throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> ADDRESS.matcher(name).matches())
                    .toList();
        }
    }
}
