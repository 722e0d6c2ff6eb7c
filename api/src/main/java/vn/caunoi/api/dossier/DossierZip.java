package vn.caunoi.api.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A dossier as an archive of files; {@code SHA256SUMS.txt} lists them as {@code sha256sum -c} reads it. */
final class DossierZip {

    static final String COVER = "000-bia-va-muc-luc.pdf";
    static final String SUMS = "SHA256SUMS.txt";

    private DossierZip() {}

    static void write(
            DossierDesk.Looked looked, byte[] cover, Function<DossierIndex.Entry, byte[]> content, OutputStream to)
            throws IOException {
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        StringBuilder sums = new StringBuilder();
        add(zip, COVER, cover, sums);
        for (DossierIndex.Entry entry : Objects.requireNonNull(looked.index()).entries())
            add(zip, entry.path(), content.apply(entry), sums);
        zip.putNextEntry(new ZipEntry(SUMS));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, StringBuilder sums) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
        sums.append(hash(content)).append("  ").append(name).append('\n');
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
