package vn.caunoi.api.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What stands in an answer or a file whatever its format, without marks, in lower case and also without separators. */
final class Plainly {

    private Plainly() {}

    /** The words of a text, a PDF, or everything that is packed in a DOCX, an XLSX or a ZIP. */
    static String text(byte[] content) {
        String raw = new String(content, StandardCharsets.UTF_8);
        try {
            if (raw.startsWith("%PDF")) return pdf(content);
            return raw.startsWith("PK") ? packed(content) : raw;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pdf(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** By its directory: what is written in a stream tells the sizes only there. */
    private static String packed(byte[] content) throws IOException {
        Path file = Files.createTempFile("packed", ".zip");
        try (ZipFile zip = new ZipFile(Files.write(file, content).toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                all.append(entry.getName()).append('\n').append(text(part)).append('\n');
            }
            return all.toString();
        } finally {
            Files.delete(file);
        }
    }

    /** Which of the marks stand in a text: as written, with and without separators, or as bytes in hexadecimal. */
    static List<String> found(List<String> marks, String text) {
        String plain = plain(text);
        String together = plain.replaceAll("[\\s.,;()+/-]", "");
        return marks.stream()
                .filter(mark -> {
                    String wanted = plain(mark);
                    return plain.contains(wanted)
                            || together.contains(wanted.replace(" ", ""))
                            || hex(mark).anyMatch(plain::contains);
                })
                .toList();
    }

    private static Stream<String> hex(String mark) {
        return Stream.of(mark, mark.toLowerCase(Locale.ROOT), mark.toUpperCase(Locale.ROOT), plain(mark))
                .map(one -> HexFormat.of().formatHex(one.getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd');
    }
}
