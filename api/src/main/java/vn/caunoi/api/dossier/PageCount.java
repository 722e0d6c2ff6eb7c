package vn.caunoi.api.dossier;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** How many sheets of the dossier a document fills. */
final class PageCount {

    private static final String PDF = "application/pdf";

    private PageCount() {}

    /** Of a PDF its pages; of anything else, and of a PDF that cannot be read, one. */
    static int of(String type, byte[] content) {
        if (!type.equals(PDF)) return 1;
        try (PDDocument document = Loader.loadPDF(content)) {
            return Math.max(1, document.getNumberOfPages());
        } catch (IOException unreadable) {
            return 1;
        }
    }

    /** Whether the pages of such a document are counted, rather than taken for one. */
    static boolean isCounted(String type) {
        return type.equals(PDF) || type.startsWith("image/");
    }
}
