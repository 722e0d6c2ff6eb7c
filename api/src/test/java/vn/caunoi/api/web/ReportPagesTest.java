package vn.caunoi.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.api.web.PageVisitor.Seen;
import vn.caunoi.core.directory.DirectoryCommand.AppointOfficer;
import vn.caunoi.core.directory.DirectoryCommand.EstablishUnit;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.directory.UnitId;
import vn.caunoi.core.ledger.Commands;

/** Periodic reports as heads meet them, without script; the files are opened and read again. */
class ReportPagesTest extends RunningApi {

    private static final String AT = "/oversight/reports";
    private static final String PERIOD = "&year=2025&term=NINE_MONTHS";

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Test
    void a_report_is_looked_at_submitted_recalled_and_taken_along() throws IOException {
        String id = UUID.randomUUID().toString().substring(0, 8);
        String ward = "V" + id;
        commands.send(new EstablishUnit(new UnitId(ward), new UnitId("P"), "Phường " + id), "system:test");
        for (Role role : List.of(Role.CLERK, Role.OFFICER, Role.HEAD)) appoint(role.group() + id, ward, role);
        settle();
        String code = new Work(nobody(), "clerk" + id, "officer" + id, "head" + id)
                .handIn(Samples.complaint()
                        .replace("'channel': 'DESK'", "'channel': 'DESK', 'receivedAt': '2025-09-14T23:00:00+07:00'"))
                .path("code")
                .asString();
        String which = "?unit=" + ward + "&whole=true" + PERIOD;
        PageVisitor head = new PageVisitor(port).as("head" + id);
        assertThat(head.get(AT + "?unit=" + ward + "&year=2025").expect(200).text())
                .contains("9 tháng năm 2025", "15/12/2024", "14/09/2025", "chưa nộp", "Chỉ nộp biểu số liệu")
                .doesNotContain("??");
        Seen report = head.get(AT + "/one" + which).expect(200);
        assertThat(report.html()).doesNotContain("??");
        assertThat(report.text())
                .contains(
                        "01/XLD. Tổng hợp kết quả xử lý đơn",
                        "Tỷ lệ quá hạn chính thức",
                        "Cách tính cần được xác nhận");
        Seen cases = head.get(AT + "/cases" + which + "&table=01/XLD&column=received")
                .expect(200);
        assertThat(cases.text()).contains(code).doesNotContain("??");

        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("typed 01/KQGQ disciplined", "x");
        assertThat(head.post(AT + "/one" + which, AT + "/submit" + which, typed)
                        .expect(422)
                        .text())
                .contains("01/KQGQ.disciplined");
        typed.put("typed 01/KQGQ disciplined", "7");
        assertThat(head.post(AT + "/one" + which, AT + "/submit" + which, typed)
                        .expect(200)
                        .text())
                .contains("Đã nộp báo cáo", "SHA-256");
        spreadsheet(head.file(AT + "/report.xlsx" + which), "Phường " + id);
        String paper = pdf(head.file(AT + "/report.pdf" + which));
        assertThat(paper)
                .contains("Phường " + id, "Báo cáo định kỳ, 9 tháng năm 2025", "Số người bị kiến nghị xử lý 7")
                .contains("Theo từng đơn vị, đếm tại thời điểm này");
        Seen units = head.get(AT + "/units" + which + "&table=01/XLD").expect(200);
        assertThat(units.text()).contains("Phường " + id, "Tiếp nhận trong kỳ").doesNotContain("??");
        assertThat(units.find("unit=" + ward + "[^>]*column=received\">(\\d+)<"))
                .isEqualTo("1");
        head.get(AT + "/units" + which + "&table=99").expect(404);
        String lines = new String(head.file(AT + "/report.csv" + which), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(lines)
                .contains(
                        "Cả các đơn vị trực thuộc," + ward,
                        "Riêng đơn vị," + ward + ",Phường " + id + ",01/XLD,2,received")
                .doesNotContain("??");
        String copied = new String(
                head.file(AT + "/report.csv" + which + "&copy=true"), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(copied).doesNotContain("Riêng đơn vị," + ward);
        assertThat(as("head" + id)
                        .get("/api/oversight/reports/units?unit=" + ward + PERIOD + "&table=01/XLD")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("values")
                        .path("received")
                        .asInt())
                .isEqualTo(1);
        assertThat(head.get(AT + "/print" + which + "&copy=true").expect(200).text())
                .contains("Bản gửi ra ngoài")
                .doesNotContain("??");
        assertThat(head.get(AT + "/differences" + which).expect(200).text())
                .contains("Không có khác biệt")
                .doesNotContain("??");
        assertThat(head.post(AT + "/one" + which, AT + "/recall" + which, Map.of("reason", "Nhầm kỳ"))
                        .expect(200)
                        .text())
                .contains("Đã thu hồi báo cáo", "Nhầm kỳ", "Lý do nộp lại");
        assertThat(new PageVisitor(port)
                        .as("inspector1")
                        .get(AT + "/one?unit=P&whole=true" + PERIOD)
                        .expect(200)
                        .text())
                .contains("Các đơn vị trực thuộc", "Phường " + id);
        new PageVisitor(port).as("officer" + id).get(AT).expect(403);
        assertThat(head.get(AT + "/one?unit=" + ward + "&year=1&term=Q1").status())
                .isEqualTo(422);
    }

    private static void spreadsheet(byte[] file, String unit) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(12);
            Sheet total = book.getSheet("01-XLD");
            assertThat(total.getRow(0).getCell(0).getStringCellValue()).startsWith("01/XLD. Tổng hợp");
            int received = column(total.getRow(3), "Tiếp nhận trong kỳ");
            assertThat(total.getRow(4).getCell(received).getNumericCellValue()).isEqualTo(received);
            assertThat(total.getRow(5).getCell(0).getStringCellValue()).isEqualTo(unit);
            assertThat(total.getRow(5).getCell(received).getNumericCellValue()).isEqualTo(1);
            assertThat(total.getRow(6).getCell(received).getNumericCellValue()).isEqualTo(1);
            Sheet results = book.getSheet("01-KQGQ");
            int typed = column(results.getRow(3), "Số người bị kiến nghị xử lý");
            assertThat(results.getRow(5).getCell(typed).getNumericCellValue()).isEqualTo(7);
        }
    }

    private static int column(Row heads, String name) {
        for (int n = 1; n < heads.getLastCellNum(); n++) {
            if (heads.getCell(n).getStringCellValue().equals(name)) return n;
        }
        throw new AssertionError("no column " + name);
    }

    private static String pdf(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            return text.getText(document).replaceAll("\\s+", " ");
        }
    }

    private void appoint(String name, String ward, Role role) {
        commands.send(
                new AppointOfficer(new OfficerId(name), new UnitId(ward), "Name of " + name, Set.of(role)),
                "system:test");
        accounts().create(List.of(name));
    }
}
