package vn.caunoi.api.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.caunoi.api.letter.Paper;
import vn.caunoi.api.letter.Paper.Face;
import vn.caunoi.core.petition.Kind;

/** Cover sheet and index of a dossier as PDF, in Vietnamese as all that is kept. */
final class DossierPdf {

    private static final float TITLE = 18;
    private static final float TEXT = 13;
    private static final float GAP = 6;
    private static final float FIRST_LINE = 220;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private DossierPdf() {}

    /**
     * What its cover tells of the case.
     *
     * @param kind null where that is secret, and {@code subject} too
     */
    record Cover(String unit, @Nullable Kind kind, @Nullable String subject, LocalDate receivedOn) {}

    static byte[] of(DossierDesk.Looked looked, Cover told, LocalDate today) {
        var bytes = new ByteArrayOutputStream();
        try (Paper paper = new Paper("")) {
            cover(paper, looked, told);
            index(paper, looked, today);
            paper.write("Hồ sơ " + looked.dossier().code(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void cover(Paper paper, DossierDesk.Looked looked, Cover told) throws IOException {
        paper.skip(FIRST_LINE);
        paper.centred(told.unit(), Face.BOLD, TEXT + 1, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP * 6);
        paper.centred("HỒ SƠ VỤ VIỆC", Face.BOLD, TITLE + 4, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP * 2);
        paper.centred("Mã đơn: " + looked.dossier().code(), Face.BOLD, TITLE, Paper.LEFT, Paper.RIGHT);
        if (told.kind() != null) paper.centred(kind(told.kind()), Face.REGULAR, TEXT + 1, Paper.LEFT, Paper.RIGHT);
        if (told.subject() != null) paper.centred(told.subject(), Face.ITALIC, TEXT + 1, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP * 6);
        int pages = looked.index() == null ? 0 : looked.index().pages();
        int documents = looked.index() == null ? 0 : looked.index().entries().size();
        String kept = looked.keptUntil() == null
                ? "Vĩnh viễn"
                : looked.time().years() + " năm, đến hết ngày " + day(looked.keptUntil());
        List<String> lines = List.of(
                "Từ ngày " + day(told.receivedOn()) + " đến ngày "
                        + day(looked.dossier().closedOn()),
                "Số tài liệu: " + documents,
                "Số trang: " + pages,
                "Thời hạn lưu giữ: " + kept,
                "Căn cứ: " + looked.time().source()
                        + (looked.time().isToBeConfirmed()
                                ? " (cần xác nhận: " + looked.time().confidence() + ")"
                                : ""),
                "Nơi để: "
                        + (looked.dossier().place() == null
                                ? "……………………"
                                : looked.dossier().place()));
        for (String line : lines) {
            paper.justified(line, Face.REGULAR, TEXT + 1, Paper.LEFT, Paper.RIGHT, 0);
            paper.skip(GAP);
        }
        paper.need(Float.MAX_VALUE);
    }

    private static void index(Paper paper, DossierDesk.Looked looked, LocalDate today) throws IOException {
        paper.centred("MỤC LỤC TÀI LIỆU", Face.BOLD, TITLE, Paper.LEFT, Paper.RIGHT);
        paper.centred("Lập ngày " + day(today), Face.ITALIC, TEXT, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP * 2);
        if (looked.index() == null) return;
        for (DossierIndex.Entry one : looked.index().entries()) {
            String letter = one.letter() == null ? "" : " (số " + one.letter() + ")";
            String pages =
                    one.first() == one.last() ? "trang " + one.first() : "trang " + one.first() + "–" + one.last();
            String came = one.cameOn() == null ? "" : ", ngày đến " + day(one.cameOn());
            paper.justified(
                    one.no() + ". " + one.name() + letter + came + ": " + pages + (one.counted() ? "" : " (chưa đếm)"),
                    Face.REGULAR,
                    TEXT,
                    Paper.LEFT,
                    Paper.RIGHT,
                    0);
            paper.justified("SHA-256 " + one.sha256(), Face.ITALIC, TEXT - 4, Paper.LEFT, Paper.RIGHT, 0);
            paper.skip(GAP / 2);
        }
        paper.skip(GAP);
        paper.justified(
                "Tổng cộng: " + looked.index().pages() + " trang.", Face.BOLD, TEXT, Paper.LEFT, Paper.RIGHT, 0);
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "Khiếu nại";
            case DENUNCIATION -> "Tố cáo";
            case PROPOSAL -> "Kiến nghị";
            case FEEDBACK -> "Phản ánh";
        };
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
