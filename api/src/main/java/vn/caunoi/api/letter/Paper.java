package vn.caunoi.api.letter;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Sheets of A4 that are written on from the top, in Liberation Serif with the letters of Vietnamese embedded. */
public final class Paper implements AutoCloseable {

    private static final float MILLIMETRE = 72f / 25.4f;

    /** Margins as Decree 30/2020 has them: 30 mm on the left, 20 mm elsewhere. */
    public static final float LEFT = 30 * MILLIMETRE;

    public static final float RIGHT = PDRectangle.A4.getWidth() - 20 * MILLIMETRE;
    private static final float TOP = PDRectangle.A4.getHeight() - 20 * MILLIMETRE;
    private static final float BOTTOM = 20 * MILLIMETRE;
    private static final float LEADING = 1.3f;

    /** What stands for a sign that the font does not have. */
    private static final int UNKNOWN = '?';

    /** A face of the font. */
    public enum Face {
        REGULAR("Regular"),
        BOLD("Bold"),
        ITALIC("Italic"),
        BOLD_ITALIC("BoldItalic");

        private final String file;

        Face(String file) {
            this.file = "/fonts/LiberationSerif-" + file + ".ttf";
        }
    }

    private final PDDocument document = new PDDocument();
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);
    private final CmapLookup signs;
    private final String mark;
    private final String foot;
    private PDPageContentStream ink;
    private int page;
    private float y;

    /** @param mark stands on each page; blank for none */
    public Paper(String mark) throws IOException {
        this(mark, "");
    }

    /** @param foot stands at the foot of each page; blank for none */
    public Paper(String mark, String foot) throws IOException {
        this.mark = mark;
        this.foot = foot;
        for (Face face : Face.values()) fonts.put(face, PDType0Font.load(document, parsed(face), true));
        this.signs = parsed(Face.REGULAR).getUnicodeCmapLookup();
        this.ink = turn();
    }

    private static TrueTypeFont parsed(Face face) throws IOException {
        try (InputStream file = Objects.requireNonNull(Paper.class.getResourceAsStream(face.file), face.file)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
    }

    private PDPageContentStream turn() throws IOException {
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        ink = new PDPageContentStream(document, next);
        page++;
        y = TOP;
        float head = TOP + 6 * MILLIMETRE;
        if (page > 1) put(Integer.toString(page), Face.REGULAR, 13, middle(Integer.toString(page), 13), head);
        if (!mark.isBlank()) put(mark, Face.BOLD, 11, RIGHT - width(mark, Face.BOLD, 11), head);
        if (!foot.isBlank()) put(foot, Face.ITALIC, 8, LEFT, BOTTOM - 8 * MILLIMETRE);
        return ink;
    }

    private float middle(String text, float size) throws IOException {
        return (LEFT + RIGHT - width(text, Face.REGULAR, size)) / 2;
    }

    public float y() {
        return y;
    }

    public void moveTo(float height) {
        y = height;
    }

    public void skip(float points) {
        y -= points;
    }

    /** Turns the page if there is less room than that. */
    public void need(float height) throws IOException {
        if (y - height >= BOTTOM) return;
        ink.close();
        ink = turn();
    }

    public static float height(float size) {
        return size * LEADING;
    }

    /** Lines of a text in the middle between two edges. */
    public void centred(String text, Face face, float size, float from, float to) throws IOException {
        for (String line : wrapped(text, face, size, to - from, 0)) {
            need(height(size));
            y -= height(size);
            put(line, face, size, (from + to - width(line, face, size)) / 2, y);
        }
    }

    /** A paragraph between two edges, its first line set in, all lines but the last filled up to the edge. */
    public void justified(String text, Face face, float size, float from, float to, float indent) throws IOException {
        List<String> lines = wrapped(text, face, size, to - from, indent);
        for (int i = 0; i < lines.size(); i++) {
            need(height(size));
            y -= height(size);
            float in = i == 0 ? indent : 0;
            float gap = i == lines.size() - 1 ? 0 : to - from - in - width(lines.get(i), face, size);
            spread(lines.get(i), face, size, from + in, gap);
        }
    }

    /** A rule under what was written last. */
    public void rule(float from, float to) throws IOException {
        ink.setLineWidth(0.7f);
        ink.moveTo(from, y - 5);
        ink.lineTo(to, y - 5);
        ink.stroke();
    }

    private void put(String text, Face face, float size, float x, float height) throws IOException {
        spread(known(text), face, size, x, height, 0);
    }

    private void spread(String line, Face face, float size, float x, float gap) throws IOException {
        spread(line, face, size, x, y, gap);
    }

    private void spread(String line, Face face, float size, float x, float height, float gap) throws IOException {
        String[] words = line.split(" ", -1);
        float each = words.length > 1 ? gap / (words.length - 1) : 0;
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            parts.add(i == words.length - 1 ? words[i] : words[i] + " ");
            if (i < words.length - 1) parts.add(-each / size * 1000);
        }
        ink.beginText();
        ink.setFont(Objects.requireNonNull(fonts.get(face)), size);
        ink.newLineAtOffset(x, height);
        ink.showTextWithPositioning(parts.toArray());
        ink.endText();
    }

    private List<String> wrapped(String text, Face face, float size, float room, float indent) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float left = room - indent;
        for (String word : words(text, face, size, room)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, face, size) <= left) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            lines.add(line.toString());
            line.setLength(0);
            line.append(word);
            left = room;
        }
        lines.add(line.toString());
        return lines;
    }

    /** Those that are longer than a line are cut. */
    private List<String> words(String text, Face face, float size, float room) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : known(text).split(" ")) {
            String rest = word;
            while (width(rest, face, size) > room) {
                int end = fitting(rest, face, size, room);
                words.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            words.add(rest);
        }
        return words;
    }

    private int fitting(String word, Face face, float size, float room) throws IOException {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int longer = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, longer), face, size) > room) break;
            end = longer;
        }
        return end;
    }

    float width(String text, Face face, float size) throws IOException {
        return Objects.requireNonNull(fonts.get(face)).getStringWidth(known(text)) / 1000 * size;
    }

    /** Composed, in one line, and with no sign that the font does not have. */
    private String known(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        StringBuilder known = new StringBuilder();
        composed.codePoints().forEach(sign -> known.appendCodePoint(signs.getGlyphId(sign) == 0 ? UNKNOWN : sign));
        return known.toString();
    }

    public void write(String title, OutputStream to) throws IOException {
        ink.close();
        document.getDocumentInformation().setTitle(title);
        document.save(to);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
