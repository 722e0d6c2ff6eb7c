package vn.caunoi.api.letter;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A case that never was, for looking at a form; it has a value for each word that a form may use. */
final class SampleWords {

    private static final Map<String, String> WORDS = words();

    private SampleWords() {}

    static Map<String, String> of() {
        return WORDS;
    }

    static Set<String> known() {
        return WORDS.keySet();
    }

    private static Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        words.putAll(Map.of(
                "unit", "ỦY BAN NHÂN DÂN PHƯỜNG MẪU",
                "place", "Phường Mẫu",
                "headTitle", "CHỦ TỊCH",
                "officer", "Trần Thị Mẫu",
                "today", "18 tháng 11 năm 2026",
                "code", "A-2026-000000",
                "received", "02 tháng 11 năm 2026",
                "subject", "Thu hồi đất",
                "content", "Không đồng ý với quyết định thu hồi đất.",
                "against", "Chủ tịch Ủy ban nhân dân phường Mẫu"));
        words.putAll(Map.of(
                "about", "Quyết định số 12/QĐ-UBND ngày 01 tháng 10 năm 2026",
                "points", "1. Hủy quyết định\n2. Bồi thường thiệt hại",
                "petitioners", "Nguyễn Văn Mẫu",
                "petitionerDetails", "Nguyễn Văn Mẫu, số định danh cá nhân 000000000000, địa chỉ: Thôn Mẫu",
                "competentBody", "Ủy ban nhân dân tỉnh",
                "guidanceReason", "Nội dung thuộc thẩm quyền của cấp tỉnh.",
                "transferTo", "Sở Nông nghiệp và Môi trường",
                "transferReason", "Nội dung thuộc chức năng quản lý của sở.",
                "storeReason", "Đơn không ghi ngày, tháng.",
                "supplement", "Bản sao quyết định bị khiếu nại."));
        words.putAll(Map.of(
                "refusalGround", "Không có chữ ký hoặc điểm chỉ",
                "refusalReason", "Đơn không có chữ ký.",
                "accepted", "09 tháng 11 năm 2026",
                "settleDue", "09 tháng 12 năm 2026",
                "settleLimit", "30 ngày",
                "report", "Việc thu hồi đất chưa đúng trình tự.",
                "findings", "1. Quyết định thiếu căn cứ (Đúng)",
                "dialogueAt", "08 giờ 00 ngày 20 tháng 11 năm 2026",
                "dialoguePlace", "Hội trường phường Mẫu",
                "dialogueContent", "Việc thu hồi đất"));
        words.putAll(Map.of(
                "dialogueHeldOn", "20 tháng 11 năm 2026",
                "dialogueChair", "Chủ tịch phường Mẫu",
                "dialogueOpinions", "Các bên trình bày ý kiến.",
                "dialogueResult", "Thống nhất nội dung 1.",
                "dialogueParticipants", "- Nguyễn Văn Mẫu (người khiếu nại)",
                "dialogueRefusals", "Nguyễn Văn Mẫu: không đồng ý nội dung 2",
                "conclusion", "đúng một phần",
                "effect", "Sửa đổi quyết định bị khiếu nại",
                "decisionText", "Sửa đổi Điều 2 của quyết định.",
                "legalBasis", "Căn cứ Luật Đất đai năm 2024;"));
        words.putAll(Map.of(
                "damages", "Không.",
                "answer", "Đèn đường sẽ được sửa trong tuần.",
                "progress", "Đang kiểm tra hiện trạng.",
                "expectedOn", "30 tháng 11 năm 2026",
                "suspendedFrom", "15 tháng 11 năm 2026",
                "suspensionGround", "Trở ngại khách quan",
                "suspensionReason", "Thiên tai.",
                "withdrawalReason", "Đã thống nhất.",
                "verificationText", "Nội dung tố cáo có cơ sở.",
                "verdict", "đúng một phần"));
        words.putAll(Map.of(
                "worksheetPlan", "- Ngày 12 tháng 11 năm 2026: đo đạc thực địa",
                "worksheetSessions", "- Ngày 16 tháng 11 năm 2026, người khiếu nại: đối chất",
                "worksheetRequests", "- Ngày 13 tháng 11 năm 2026, Văn phòng đăng ký đất đai: hồ sơ thửa đất",
                "worksheetEvidence", "- Ngày 17 tháng 11 năm 2026: bản đồ địa chính"));
        words.putAll(Map.of(
                "responsible", "Cán bộ địa chính.",
                "measures", "Kiểm điểm trách nhiệm.",
                "recommendations", "Rà soát hồ sơ.",
                "returnReason", "Đơn đã được hướng dẫn một lần."));
        return words;
    }
}
