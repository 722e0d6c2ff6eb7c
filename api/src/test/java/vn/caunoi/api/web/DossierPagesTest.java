package vn.caunoi.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import vn.caunoi.api.testing.FileTasks;
import vn.caunoi.api.testing.RunningApi;
import vn.caunoi.api.testing.Samples;
import vn.caunoi.api.testing.Work;
import vn.caunoi.core.ledger.Commands;
import vn.caunoi.core.ledger.Progress;
import vn.caunoi.core.petition.ClosingGround;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Report;

/** The dossier of a closed case: downloaded and opened again, lent and returned. */
class DossierPagesTest extends RunningApi {

    @LocalServerPort
    private int port;

    @Autowired
    private Commands commands;

    @Autowired
    private Progress progress;

    private static byte[] pdf(int pages) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private void attach(String petition, String name, byte[] content) {
        String file = as("officer1")
                .upload("/api/files", name, content)
                .expect(201)
                .json()
                .path("id")
                .asString();
        String task = FileTasks.open(commands, progress, petition);
        as("officer1")
                .postJson("/api/tasks/" + task + "/complete", Map.of("outcome", "done", "data", Map.of("paper", file)))
                .expect(200);
    }

    private String closed() throws IOException {
        String id = new Work(nobody()).handIn(Samples.complaint()).path("id").asString();
        attach(id, "quyet dinh.pdf", pdf(3));
        attach(id, "ghi chep.txt", "Ghi chép của cán bộ".getBytes(UTF_8));
        attach(id, "bien ban.pdf", pdf(2));
        as("head1").get("/api/petitions/" + id + "/dossier").expect(404);
        commands.send(new Report.CloseCase(new PetitionId(id), ClosingGround.STORED), "test");
        progress.awaitSettled(id, Duration.ofSeconds(20));
        return id;
    }

    @Test
    void a_closed_case_yields_a_dossier_whose_index_adds_up_to_its_pages()
            throws IOException, NoSuchAlgorithmException {
        String id = closed();
        JsonNode looked = as("officer1")
                .get("/api/petitions/" + id + "/dossier")
                .expect(200)
                .json();
        assertThat(looked.path("index").path("pages").asInt()).isEqualTo(6);
        assertThat(looked.path("index").path("entries").get(2).path("first").asInt())
                .isEqualTo(5);
        assertThat(looked.path("time").path("id").asString()).isEqualTo("T03");
        Map<String, byte[]> files = opened(as("officer1")
                .get("/api/petitions/" + id + "/dossier/whole.zip")
                .expect(200)
                .raw()
                .body());
        assertThat(files.keySet())
                .containsExactly(
                        "000-bia-va-muc-luc.pdf",
                        "001-quyet dinh.pdf",
                        "002-ghi chep.txt",
                        "003-bien ban.pdf",
                        "SHA256SUMS.txt");
        String sums = new String(files.get("SHA256SUMS.txt"), UTF_8);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getValue()));
            if (!file.getKey().equals("SHA256SUMS.txt")) assertThat(sums).contains(hash + "  " + file.getKey());
        }
        int pages = 0;
        for (JsonNode entry : looked.path("index").path("entries"))
            pages += entry.path("pages").asInt();
        assertThat(pages).isEqualTo(6);
        try (PDDocument cover = Loader.loadPDF(files.get("000-bia-va-muc-luc.pdf"))) {
            assertThat(cover.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(cover).replaceAll("\\s+", " "))
                    .contains("Unit A", "HỒ SƠ VỤ VIỆC", "Khiếu nại", "Từ ngày", "ngày đến 18/11/2026")
                    .contains("Số trang: 6", "MỤC LỤC TÀI LIỆU", "trang 1–3", "Tổng cộng: 6 trang");
        }
    }

    private static Map<String, byte[]> opened(byte[] zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
                files.put(entry.getName(), in.readAllBytes());
        }
        return files;
    }

    @Test
    void papers_are_lent_and_returned_and_kept_until_their_time() throws IOException {
        String id = closed();
        String at = "/cases/" + id + "/dossier";
        PageVisitor clerk = new PageVisitor(port).as("clerk1");
        assertThat(clerk.get("/cases/" + id).expect(200).html()).contains(at);
        assertThat(clerk.get(at).expect(200).text())
                .contains("6 trang", "T03", "chưa ghi")
                .doesNotContain("??");
        assertThat(clerk.get(at + "/cover.pdf").expect(200).html()).startsWith("%PDF");
        assertThat(clerk.get(at + "/whole.zip").expect(200).html()).startsWith("PK");
        assertThat(clerk.post(at, at + "/place", Map.of("place", "Kho 2, kệ 3"))
                        .expect(200)
                        .text())
                .contains("Đã ghi nơi để", "Kho 2, kệ 3");
        assertThat(clerk.post(at, at + "/lend", Map.of("to", "Thanh tra tỉnh"))
                        .expect(422)
                        .text())
                .contains("Hẹn trả")
                .doesNotContain("??");
        Map<String, String> lent = Map.of("to", "Thanh tra tỉnh", "backBy", "2036-12-01", "reason", "Kiểm tra");
        assertThat(clerk.post(at, at + "/lend", lent).expect(200).text())
                .contains("Thanh tra tỉnh, hẹn trả")
                .doesNotContain("??");
        as("clerk1").postJson("/api/petitions/" + id + "/dossier/lend", lent).expect(409);
        assertThat(clerk.get("/dossiers?which=lent").expect(200).html())
                .contains(at)
                .doesNotContain("??");
        assertThat(clerk.post(at, at + "/return", Map.of("place", ""))
                        .expect(200)
                        .text())
                .contains("Đã nhận lại hồ sơ", "Kho 2, kệ 3");
        as("head1")
                .post(
                        "/api/petitions/" + id + "/dossier/decide",
                        "{'fate': 'DESTROY', 'number': '7/QĐ', 'decidedOn': '2026-11-18'}")
                .expect(422);
        as("clerk1")
                .post("/api/petitions/" + id + "/dossier/keep-for-good", "{'reason': 'x'}")
                .expect(403);
        as("head1")
                .post("/api/petitions/" + id + "/dossier/keep-for-good", "{'reason': 'Nghiêm trọng'}")
                .expect(200);
        assertThat(clerk.get(at).expect(200).text()).contains("vĩnh viễn");
        as("officer3").get("/api/petitions/" + id + "/dossier").expect(404);
        as("officer3").get("/api/petitions/" + id + "/dossier/whole.zip").expect(404);
        as("designer1").get("/api/dossiers").expect(403);
        as("admin1")
                .post("/api/petitions/" + id + "/erasure", "{'reason': 'r'}")
                .expect(422);
        assertThat(clerk.get("/dossiers").expect(200).text())
                .contains("Hồ sơ lưu")
                .doesNotContain("??");
    }
}
