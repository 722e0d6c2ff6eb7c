package vn.caunoi.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.caunoi.ops.program.RunningProgram;

/** What a supervisor takes into a meeting: as Chromium prints it. */
class OnPaperTest {

    /** More than a sheet has lines. */
    private static final int LATE = 36;

    @Test
    void the_list_of_a_week_is_one_sheet_and_the_calendar_of_deadlines_stands_on_a_phone(@TempDir Path folder)
            throws IOException {
        try (RunningProgram program = RunningProgram.start(
                        folder.resolve("data"), "--no-samples", "--clock", "2026-11-18T09:00:00+07:00");
                Browsers browsers = new Browsers(program.address())) {
            for (int i = 0; i < LATE; i++) late(program, i);
            Worker head = new Worker(browsers.open(1280, 900)).logIn("head1");
            head.visit("/board/week");
            assertThat(head.text()).contains("vụ việc nữa");
            head.picture("list-of-the-week");
            assertThat(sheets(head.page())).isEqualTo(1);
            head.visit("/deadlines/calendar?at=2026-09-11");
            assertThat(head.text()).contains(String.valueOf(LATE));
            head.picture("calendar-of-deadlines");
            assertThat(sheets(head.page())).isEqualTo(1);
            Worker phone = new Worker(browsers.open(390, 844)).logIn("head1");
            phone.visit("/deadlines/calendar?view=WEEK&at=2026-09-11");
            assertThat(phone.fitsItsWidth()).isTrue();
            phone.picture("week-of-deadlines-on-a-phone");
            assertThat(browsers.complaints()).isEmpty();
        }
    }

    private static void late(RunningProgram program, int number) {
        assertThat(program.post(
                                "clerk1",
                                "/api/petitions",
                                Map.of(
                                        "kind", "COMPLAINT",
                                        "channel", "DESK",
                                        "receivedAt", "2026-09-01T08:00:00+07:00",
                                        "subject",
                                                "Khiếu nại số " + number
                                                        + " về quyết định thu hồi đất của Ủy ban nhân dân phường",
                                        "content", "Gia đình tôi sử dụng thửa đất ổn định từ năm 1995.",
                                        "points", List.of(Map.of("demand", "Hủy quyết định thu hồi đất")),
                                        "petitioners", List.of(Map.of("fullName", "Nguyễn Văn An"))))
                        .status())
                .isEqualTo(201);
    }

    /** How many sheets of A4 the page takes. */
    private static int sheets(Page page) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        byte[] printed = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Path kept = Path.of("target", "screenshots", page.title().replaceAll("\\W+", "-") + ".pdf");
        Files.createDirectories(kept.getParent());
        Files.write(kept, printed);
        try (PDDocument document = Loader.loadPDF(printed)) {
            return document.getNumberOfPages();
        }
    }
}
