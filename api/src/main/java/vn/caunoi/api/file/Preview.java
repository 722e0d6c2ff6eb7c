package vn.caunoi.api.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * What a file looks like, small: the first page of a PDF and images as PNG, the beginning of a text. None for other
 * types and for what cannot be read.
 *
 * @param type of the preview
 */
record Preview(String type, byte[] content) {

    private static final int LONGEST_EDGE = 600;
    private static final int LONGEST_TEXT = 4_000;
    /** An image may be small as a file and too large to unpack. */
    private static final long MOST_PIXELS = 50_000_000;

    private static final String PNG = "image/png";
    private static final String TEXT = "text/plain;charset=utf-8";

    static Optional<Preview> of(String type, byte[] content) {
        try {
            if (type.equals("application/pdf")) return firstPage(content);
            if (type.startsWith("image/")) return image(content);
            return type.startsWith("text/") ? Optional.of(beginning(content)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Preview> firstPage(byte[] content) throws IOException {
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.getNumberOfPages() == 0) return Optional.empty();
            PDRectangle page = document.getPage(0).getCropBox();
            float longest = Math.max(page.getWidth(), page.getHeight());
            if (!(longest > 0)) return Optional.empty();
            return Optional.of(png(new PDFRenderer(document).renderImage(0, LONGEST_EDGE / longest, ImageType.RGB)));
        }
    }

    private static Optional<Preview> image(byte[] content) throws IOException {
        try (ImageInputStream from = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(from);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(from, true, true);
                BufferedImage read = read(reader);
                return read == null ? Optional.empty() : Optional.of(png(smaller(read)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static @Nullable BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) return null;
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_EDGE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage smaller(BufferedImage image) {
        double scale = Math.min(1, (double) LONGEST_EDGE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = small.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        brush.dispose();
        return small;
    }

    private static Preview png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Preview(PNG, bytes.toByteArray());
    }

    private static Preview beginning(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, text.codePointCount(0, text.length())));
        return new Preview(TEXT, text.substring(0, end).getBytes(StandardCharsets.UTF_8));
    }
}
