package vn.caunoi.api.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A letter as a document of a word processor (Office Open XML, ECMA-376), to be worked on outside. */
final class LetterDocx {

    static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PARTS = XML + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" \
            ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override \
            PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.\
            wordprocessingml.document.main+xml"/></Types>""";
    private static final String TIES = XML + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
            Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/></Relationships>""";

    /** A4 with the margins of Decree 30/2020, in twentieths of a point: 20 mm, on the left 30 mm. */
    private static final String PAGE = """
            <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" \
            w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>""";

    private static final int LEFT = 3900;
    private static final int RIGHT = 5171;
    private static final int TEXT = 28;
    private static final int HEAD = 24;
    private static final int SMALL = 22;

    private final StringBuilder xml = new StringBuilder();
    private final Sheet sheet;

    private LetterDocx(Sheet sheet) {
        this.sheet = sheet;
    }

    static byte[] of(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "[Content_Types].xml", PARTS);
            put(zip, "_rels/.rels", TIES);
            put(zip, "word/document.xml", new LetterDocx(sheet).document());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String document() {
        xml.append(XML)
                .append(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        if (!sheet.issued()) paragraph(Sheet.DRAFT, "right", HEAD, "<w:b/>", 0);
        columns(this::headLeft, this::headRight);
        paragraph("", "center", HEAD, "", 0);
        text();
        if (sheet.places().isEmpty()) columns(this::recipients, this::signature);
        else places();
        return xml.append(PAGE).append("</w:body></w:document>").toString();
    }

    private void headLeft() {
        if (sheet.superior() != null) paragraph(sheet.superior(), "center", HEAD, "", 0);
        paragraph(sheet.name(), "center", HEAD, "<w:b/>", 0);
        paragraph(sheet.number(), "center", HEAD + 2, "", 0);
        if (sheet.isPlain()) paragraph("V/v " + sheet.subject(), "center", HEAD, "", 0);
    }

    private void headRight() {
        paragraph(Sheet.STATE, "center", HEAD, "<w:b/>", 0);
        paragraph(Sheet.MOTTO, "center", HEAD + 2, "<w:b/><w:u w:val=\"single\"/>", 0);
        paragraph(sheet.date(), "center", HEAD + 2, "<w:i/>", 0);
    }

    private void text() {
        if (!sheet.isPlain()) {
            paragraph(sheet.title(), "center", TEXT, "<w:b/>", 0);
            paragraph(sheet.subject(), "center", TEXT, "<w:b/>", 0);
        }
        if (!sheet.addressee().isBlank()) paragraph(sheet.greeting(), "center", TEXT, "", 0);
        for (String line : sheet.body()) {
            if (LetterPdf.isHeading(line)) paragraph(line, "center", TEXT, "<w:b/>", 0);
            else paragraph(line, "both", TEXT, "", 567);
        }
    }

    private void recipients() {
        paragraph(Sheet.RECIPIENTS, "left", HEAD, "<w:b/><w:i/>", 0);
        sheet.recipients().forEach(line -> paragraph(line, "left", SMALL, "", 0));
    }

    /** Two beside each other; one that is left over stands on the right. */
    private void places() {
        List<Sheet.Place> all = sheet.places();
        for (int i = 0; i < all.size(); i += 2) {
            Sheet.Place first = all.get(i);
            Sheet.Place second = i + 1 < all.size() ? all.get(i + 1) : null;
            if (second == null) columns(() -> paragraph("", "center", TEXT, "", 0), () -> place(first));
            else columns(() -> place(first), () -> place(second));
        }
        recipients();
    }

    private void place(Sheet.Place place) {
        paragraph(place.title(), "center", HEAD + 2, "<w:b/>", 0);
        paragraph(place.how(), "center", HEAD, "<w:i/>", 0);
        for (int i = 0; i < 3; i++) paragraph("", "center", TEXT, "", 0);
        paragraph(place.name() == null ? "" : place.name(), "center", TEXT, "<w:b/>", 0);
    }

    private void signature() {
        sheet.signature().forEach(line -> paragraph(line, "center", TEXT, "<w:b/>", 0));
        for (int i = 0; i < 4; i++) paragraph("", "center", TEXT, "", 0);
        paragraph(sheet.signer() == null ? "" : sheet.signer(), "center", TEXT, "<w:b/>", 0);
    }

    private void columns(Runnable left, Runnable right) {
        xml.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>")
                .append("<w:tblGrid><w:gridCol w:w=\"")
                .append(LEFT)
                .append("\"/><w:gridCol w:w=\"")
                .append(RIGHT)
                .append("\"/></w:tblGrid><w:tr>");
        cell(LEFT, left);
        cell(RIGHT, right);
        xml.append("</w:tr></w:tbl>");
    }

    private void cell(int width, Runnable content) {
        xml.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/></w:tcPr>");
        content.run();
        xml.append("</w:tc>");
    }

    /** @param size in half points; {@code indent} of the first line in twentieths of a point */
    private void paragraph(String text, String side, int size, String face, int indent) {
        xml.append("<w:p><w:pPr><w:spacing w:after=\"60\"/>")
                .append(indent > 0 ? "<w:ind w:firstLine=\"" + indent + "\"/>" : "")
                .append("<w:jc w:val=\"")
                .append(side)
                .append("\"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"")
                .append(" w:cs=\"Times New Roman\"/>")
                .append(face)
                .append("<w:sz w:val=\"")
                .append(size)
                .append("\"/></w:rPr><w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r></w:p>");
    }

    /** Signs that XML cannot have are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().filter(LetterDocx::mayStandInXml).forEach(sign -> {
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> escaped.appendCodePoint(sign);
            }
        });
        return escaped.toString();
    }

    private static boolean mayStandInXml(int sign) {
        boolean lone = sign >= 0xD800 && sign <= 0xDFFF;
        return sign == '\t' || sign >= ' ' && !lone && sign != 0xFFFE && sign != 0xFFFF;
    }
}
