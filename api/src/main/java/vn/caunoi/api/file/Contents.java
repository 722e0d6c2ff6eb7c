package vn.caunoi.api.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Where sealed bytes lie, each under its address: the SHA-256 of them, in lower case hexadecimal. */
interface Contents {

    /** Takes a file over, which is then no longer where it was. Whole and safe when it returns; harmless to repeat. */
    void put(String address, Path sealed) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when nothing lies there */
    InputStream open(String address) throws IOException;

    /** Nothing lies there afterwards. */
    void forget(String address) throws IOException;

    /** Brings over what lies where it was kept before, of what is {@code known} as a content; once at each start. */
    default void takeOver(Predicate<String> known) throws IOException {}
}
