package vn.caunoi.api.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PreviewTest {

    private static BufferedImage shown(String type, byte[] content) throws IOException {
        Preview preview = Preview.of(type, content).orElseThrow();
        assertThat(preview.type()).isEqualTo("image/png");
        return ImageIO.read(new ByteArrayInputStream(preview.content()));
    }

    private static byte[] pdf(PDRectangle size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(size));
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] image(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void the_first_page_of_a_pdf_is_shown_whatever_its_size() throws IOException {
        assertThat(shown("application/pdf", pdf(PDRectangle.A4)).getHeight()).isBetween(595, 601);
        assertThat(shown("application/pdf", pdf(new PDRectangle(14_000, 14_000)))
                        .getWidth())
                .isBetween(595, 601);
    }

    @Test
    void a_large_image_is_made_small_and_a_small_one_stays() throws IOException {
        BufferedImage large = shown("image/png", image(3_000, 1_500));
        assertThat(large.getWidth()).isEqualTo(600);
        assertThat(large.getHeight()).isEqualTo(300);
        assertThat(shown("image/png", image(40, 20)).getWidth()).isEqualTo(40);
    }

    @Test
    void a_text_is_shown_from_its_beginning() {
        String text = "ă".repeat(5_000);
        Preview preview =
                Preview.of("text/plain", text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(new String(preview.content(), StandardCharsets.UTF_8)).isEqualTo("ă".repeat(4_000));
        assertThat(preview.type()).isEqualTo("text/plain;charset=utf-8");
    }

    @Test
    void what_cannot_be_read_and_other_types_have_none() {
        byte[] broken = "%PDF-1.4\n%x".getBytes(StandardCharsets.US_ASCII);
        assertThat(Preview.of("application/pdf", broken)).isEmpty();
        assertThat(Preview.of("image/png", broken)).isEmpty();
        assertThat(Preview.of("application/zip", broken)).isEmpty();
    }
}
