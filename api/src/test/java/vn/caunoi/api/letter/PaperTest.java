package vn.caunoi.api.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import vn.caunoi.core.petition.Signature;

/** A letter on paper, read back by readers that we did not write. */
class PaperTest {

    private static final List<String> BLOCK =
            new Signature(Signature.As.DEPUTY, null, "CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Hoa", null).lines();

    private static Sheet sheet(String title, List<String> body, boolean issued) {
        return new Sheet(
                "ỦY BAN NHÂN DÂN TỈNH P",
                "ỦY BAN NHÂN DÂN PHƯỜNG A",
                "Số: 05/TB-UBND",
                "Phường A, ngày 05 tháng 11 năm 2026",
                title,
                "Về việc thụ lý giải quyết khiếu nại",
                "Bà Nguyễn Thị Lan",
                body,
                List.of("- Như trên;", "- Lưu: VT, HS."),
                BLOCK,
                "Lê Thị Hoa",
                List.of(),
                issued);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void a_letter_has_what_Decree_30_2020_asks_for() throws IOException {
        String text = text(LetterPdf.of(sheet("THÔNG BÁO", List.of("Khiếu nại đủ điều kiện thụ lý."), true)));
        assertThat(text)
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "ỦY BAN NHÂN DÂN TỈNH P",
                        "ỦY BAN NHÂN DÂN PHƯỜNG A",
                        "Số: 05/TB-UBND",
                        "Phường A, ngày 05 tháng 11 năm 2026",
                        "THÔNG BÁO",
                        "Kính gửi: Bà Nguyễn Thị Lan",
                        "Khiếu nại đủ điều kiện thụ lý.",
                        "Nơi nhận:",
                        "KT. CHỦ TỊCH",
                        "PHÓ CHỦ TỊCH",
                        "Lê Thị Hoa")
                .doesNotContain("DỰ THẢO");
    }

    @Test
    void a_plain_letter_tells_its_subject_under_the_number() throws IOException {
        assertThat(text(LetterPdf.of(sheet("", List.of("Kính đề nghị."), true))))
                .contains("V/v Về việc thụ lý giải quyết khiếu nại");
    }

    @Test
    void every_page_of_a_draft_is_marked_and_further_pages_are_numbered() throws IOException {
        List<String> body = new ArrayList<>(Collections.nCopies(60, "Nội dung khiếu nại được xác minh. ".repeat(4)));
        byte[] pdf = LetterPdf.of(sheet("BÁO CÁO", body, false));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("DỰ THẢO");
                if (page > 1) assertThat(stripper.getText(document)).contains(Integer.toString(page));
            }
        }
    }

    @Test
    void all_letters_of_Vietnamese_are_there_and_their_font_is_embedded() throws IOException {
        String letters = "ăâđêôơư ĂÂĐÊÔƠƯ ằẳẵắặ ầẩẫấậ ềểễếệ ồổỗốộ ờởỡớợ ừửữứự ỳỷỹýỵ";
        byte[] pdf = LetterPdf.of(sheet("THÔNG BÁO", List.of(letters), true));
        assertThat(text(pdf)).contains(letters);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages())
                assertThat(fonts(page)).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    private static List<PDFont> fonts(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) fonts.add(resources.getFont(name));
        return fonts;
    }

    @Test
    void letters_that_came_apart_are_put_together_and_unknown_signs_break_nothing() throws IOException {
        String apart = "Nguye\u0302\u0303n";
        assertThat(text(LetterPdf.of(sheet("THÔNG BÁO", List.of(apart + " \uD83D\uDE00 \u4E2D\t\u0007x"), true))))
                .contains("Nguyễn ? ?");
    }

    @Test
    void a_word_longer_than_a_line_and_an_empty_text_break_nothing() {
        assertThat(LetterPdf.of(sheet("THÔNG BÁO", List.of("x".repeat(400), ""), true)))
                .isNotEmpty();
        assertThat(LetterPdf.of(sheet("THÔNG BÁO", List.of(), true))).isNotEmpty();
    }

    @Test
    void the_same_letter_is_a_document_of_a_word_processor() throws IOException {
        byte[] docx = LetterDocx.of(sheet("THÔNG BÁO", List.of("Khiếu nại <đủ> điều kiện & thụ lý.\u0001"), false));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            List<String> lines =
                    document.getParagraphs().stream().map(one -> one.getText()).toList();
            assertThat(lines)
                    .contains(
                            "DỰ THẢO",
                            "THÔNG BÁO",
                            "Kính gửi: Bà Nguyễn Thị Lan",
                            "Khiếu nại <đủ> điều kiện & thụ lý.");
            List<String> tables =
                    document.getTables().stream().map(XWPFTable::getText).toList();
            assertThat(tables.getFirst()).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 05/TB-UBND");
            assertThat(tables.getLast()).contains("Nơi nhận:", "KT. CHỦ TỊCH", "Lê Thị Hoa");
        }
    }
}
